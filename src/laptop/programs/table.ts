/** Programs that only the laptop has, by name, each loaded when it is first run. */
import type { ProgramLoader, ProgramTable } from '../../kernel/index.ts';
import { createShellMain } from '../../sh/index.ts';

/** A program that containers' packages have too. */
const shared =
  (name: string): ProgramLoader =>
  async () =>
    (await import('../../userland/index.ts')).programs[name]!();

export const laptopPrograms: ProgramTable = {
  bash: async () => createShellMain({ dialect: 'laptop' }),
  code: async () => (await import('./code.ts')).main,
  curl: shared('curl'),
  docker: async () => (await import('./docker.ts')).main,
  git: async () => (await import('./git/main.ts')).main,
  help: async () => (await import('./help.ts')).main,
  jq: shared('jq'),
  logname: shared('logname'),
  man: async () => (await import('./man/main.ts')).main,
  nano: shared('nano'),
  strata: async () => (await import('./strata.ts')).main,
  sudo: async () => (await import('./sudo.ts')).main,
  tree: shared('tree'),
};
