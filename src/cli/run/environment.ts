/** `-e` and `--env-file`: variables from flags, files and our own environment. */
import { decodeStrict } from '../../base/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import { readFile } from '../files.ts';
import type { FlagValues } from '../flags.ts';

/** Files first, flags after, as Docker orders them. */
export async function readEnvironment(cli: Cli, flags: FlagValues): Promise<string[]> {
  const env: string[] = [];
  for (const path of flags.list('env-file')) env.push(...(await readLines(cli, path, 'env file', true)));
  for (const given of flags.list('env')) {
    const value = passOn(cli, given);
    if (value !== undefined) env.push(value);
  }
  return env;
}

/** `-l` and `--label-file` as an object. */
export async function readLabels(cli: Cli, flags: FlagValues): Promise<Record<string, string>> {
  const labels = new Map<string, string>();
  const lines: string[] = [];
  for (const path of flags.list('label-file'))
    lines.push(...(await readLines(cli, path, 'label file', false)));
  lines.push(...flags.list('label'));
  for (const line of lines) {
    const at = line.indexOf('=');
    labels.set(at < 0 ? line : line.slice(0, at), at < 0 ? '' : line.slice(at + 1));
  }
  return Object.fromEntries(labels);
}

/** NAME alone takes our value, or nothing where we have none. */
function passOn(cli: Cli, given: string): string | undefined {
  if (given.includes('=')) return given;
  return Object.hasOwn(cli.sys.env, given) ? `${given}=${cli.sys.env[given]}` : undefined;
}

async function readLines(cli: Cli, path: string, what: string, inherit: boolean): Promise<string[]> {
  const text = decodeStrict(await readFile(cli.sys, path));
  if (text === undefined) throw failure(`${path}: invalid utf8 bytes in ${what}`, 125);
  const lines: string[] = [];
  for (const raw of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const line = raw.trimStart();
    if (line === '' || line.startsWith('#')) continue;
    const name = line.split('=', 1)[0]!;
    if (/\s/.test(name))
      throw failure(`poorly formatted environment: variable '${name}' contains whitespaces`, 125);
    if (name === '') throw failure(`poorly formatted environment: no variable name on line '${line}'`, 125);
    const value = inherit ? passOn(cli, line) : line;
    if (value !== undefined) lines.push(value);
  }
  return lines;
}
