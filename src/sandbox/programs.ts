/**
 * The program table: busybox with its applets and the shell, bash and dash, and userland's other programs
 * by name.
 *
 * As the real one, busybox is one program of many names: the last part of argv[0] chooses.
 */
import { encode } from '../base/index.ts';
import type { Main, ProgramLoader, ProgramTable, Sys } from '../kernel/index.ts';
import { createShellMain, type DialectName } from '../sh/index.ts';
import { applets, programs } from '../userland/index.ts';
import { dockerInit } from './docker-init.ts';
import { DOCKER_INIT } from './init-file.ts';

const NOT_FOUND = 127;

/** All built-in programs, with a shell of this dialect. */
export function composePrograms(dialect: DialectName = 'ash'): ProgramTable {
  const shell = async (): Promise<Main> => createShellMain({ dialect });
  const table = new Map<string, ProgramLoader>(Object.entries(applets));
  for (const name of ['sh', 'ash']) table.set(name, shell);
  const busybox: Main = (sys) => runBusybox(sys, table);
  return {
    ...programs,
    bash: async () => createShellMain({ dialect: 'bash' }),
    busybox: async () => busybox,
    dash: async () => createShellMain({ dialect: 'ash' }),
    [DOCKER_INIT.program]: async () => dockerInit,
  };
}

async function runBusybox(sys: Sys, table: ReadonlyMap<string, ProgramLoader>): Promise<number> {
  const [own = 'busybox', ...rest] = sys.argv;
  // A login shell's name begins with a dash.
  const name = (own.split('/').pop() ?? '').replace(/^-/, '');
  if (!name.startsWith('busybox')) return runApplet(sys, name, table);
  const [first] = rest;
  if (first === undefined || first === '--help') return list(sys, usage(table));
  if (first === '--list') return list(sys, [...namesOf(table), ''].join('\n'));
  // The applet sees itself as argv[0]; everything else of the process is the same.
  return runApplet(Object.create(sys, { argv: { value: rest } }) as Sys, first, table);
}

async function runApplet(sys: Sys, name: string, table: ReadonlyMap<string, ProgramLoader>): Promise<number> {
  const load = table.get(name);
  if (!load) {
    await sys.write(2, encode(`${name}: applet not found\n`));
    return NOT_FOUND;
  }
  return (await load())(sys);
}

async function list(sys: Sys, text: string): Promise<number> {
  await sys.write(1, encode(text));
  return 0;
}

function namesOf(table: ReadonlyMap<string, ProgramLoader>): string[] {
  return [...table.keys()].sort();
}

function usage(table: ReadonlyMap<string, ProgramLoader>): string {
  return [
    'BusyBox v1.37.0 (Strata) multi-call program: its applets, written anew for Strata.',
    '',
    'Usage: busybox [function [arguments]...]',
    '   or: busybox --list',
    '',
    'Functions:',
    `  ${namesOf(table).join(', ')}`,
    '',
  ].join('\n');
}
