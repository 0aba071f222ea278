/** The package database that dpkg keeps: /var/lib/dpkg/status. */
import type { Io } from '../../io.ts';

export interface InstalledPackage {
  readonly name: string;
  /** With the architecture where another may lie beside it: `libc6:amd64`. */
  readonly shown: string;
  readonly version: string;
  readonly architecture: string;
  /** Members by name, as they are written. */
  readonly fields: ReadonlyMap<string, string>;
  /** The whole record. */
  readonly text: string;
}

export async function readStatus(io: Io): Promise<InstalledPackage[]> {
  let text: string;
  try {
    const reader = await io.openInput('/var/lib/dpkg/status');
    text = await reader.rest();
    await reader.close();
  } catch (error) {
    io.dieErrno("failed to open package info file '/var/lib/dpkg/status' for reading", error, 2);
  }
  return text
    .split('\n\n')
    .filter((record) => record.trim() !== '')
    .map(packageOf)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function packageOf(text: string): InstalledPackage {
  const fields = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) fields.set(name, value!);
  }
  const name = fields.get('Package') ?? '';
  const architecture = fields.get('Architecture') ?? '';
  return {
    name,
    shown: fields.get('Multi-Arch') === 'same' ? `${name}:${architecture}` : name,
    version: fields.get('Version') ?? '',
    architecture,
    fields,
    text,
  };
}
