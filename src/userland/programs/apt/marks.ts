/** Which packages came only because others need them: /var/lib/apt/extended_states. @see apt-mark(8) */
import { encode } from '../../../base/index.ts';
import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import { readSmallFile, writeFile } from '../../files.ts';
import type { Io } from '../../io.ts';
import { parseRecords } from '../dpkg/records.ts';

const FILE = '/var/lib/apt/extended_states';

export interface Marks {
  readonly auto: Set<string>;
  /** Whether there is such a file: apt says that it reads it. */
  exists: boolean;
}

export async function readMarks(io: Io): Promise<Marks> {
  const binary = await readSmallFile(io.sys, FILE);
  const auto = new Set<string>();
  for (const fields of parseRecords(binary === undefined ? '' : textOf(bytesOfBinary(binary))))
    if (fields.get('Auto-Installed') === '1') auto.add(fields.get('Package') ?? '');
  return { auto, exists: binary !== undefined };
}

export async function writeMarks(
  io: Io,
  marks: Marks,
  architectureOf: (name: string) => string,
): Promise<void> {
  const records = [...marks.auto]
    .sort()
    .map((name) => `Package: ${name}\nArchitecture: ${architectureOf(name)}\nAuto-Installed: 1\n\n`);
  await writeFile(io.sys, FILE, encode(records.join('')), 0o644);
  marks.exists = true;
}
