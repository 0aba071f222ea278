/** `-e` and `--env-file`: variables from flags, files and our own environment. */
import { decodeStrict } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import { readFile } from '../files.ts';
import type { FlagValues } from '../flags.ts';

/** Files first, flags after, as Docker orders them. */
export async function readEnvironment(cli: Cli, flags: FlagValues): Promise<string[]> {
  const env: string[] = [];
  for (const path of flags.list('env-file')) env.push(...(await readLines(cli, path, true)));
  for (const given of flags.list('env')) {
    const value = passOn(cli, given);
    if (value !== undefined) env.push(value);
  }
  return env;
}

/** `-l` and `--label-file` as an object. */
export async function readLabels(cli: Cli, flags: FlagValues): Promise<Record<string, string>> {
  const lines: string[] = [];
  for (const path of flags.list('label-file')) lines.push(...(await readLines(cli, path, false)));
  lines.push(...flags.list('label'));
  return pairs(lines);
}

/** `NAME=VALUE`, or a NAME alone, as an object. */
export function pairs(lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** NAME alone takes our value, or nothing where we have none. */
function passOn(cli: Cli, given: string): string | undefined {
  if (given.includes('=')) return given;
  return Object.hasOwn(cli.sys.env, given) ? `${given}=${cli.sys.env[given]}` : undefined;
}

/** A file's lines that are neither empty nor comments. @throws ECLI */
async function readLines(cli: Cli, path: string, inherit: boolean): Promise<string[]> {
  const bad = (why: string): Error => failure(`invalid env file (${path}): ${why}`);
  const lines: string[] = [];
  for (const [index, bytes] of splitLines(await readFile(cli.sys, path)).entries()) {
    const raw = decodeStrict(bytes);
    if (raw === undefined) throw bad(`invalid utf8 bytes at line ${index + 1}: [${bytes.join(' ')}]`);
    const line = (index === 0 ? raw.replace(/^\ufeff/, '') : raw).replace(/\r$/, '').replace(/^[ \t]+/, '');
    if (line === '' || line.startsWith('#')) continue;
    const name = line.split('=', 1)[0]!;
    if (/[ \t]/.test(name)) throw bad(`variable '${name}' contains whitespaces`);
    if (name === '') throw bad(`no variable name on line '${line}'`);
    // A name alone has a value for variables only.
    const value = line.includes('=') ? line : inherit ? passOn(cli, line) : undefined;
    if (value !== undefined) lines.push(value);
  }
  return lines;
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
