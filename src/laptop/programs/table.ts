/** Programs that only the laptop has, by name, each loaded when it is first run. */
import type { ProgramTable } from '../../kernel/index.ts';
import { createShellMain } from '../../sh/index.ts';

export const laptopPrograms: ProgramTable = {
  bash: async () => createShellMain({ dialect: 'laptop' }),
  code: async () => (await import('./code.ts')).main,
  docker: async () => (await import('./docker.ts')).main,
  help: async () => (await import('./help.ts')).main,
  nano: async () => (await import('../../userland/index.ts')).programs['nano']!(),
  strata: async () => (await import('./strata.ts')).main,
  sudo: async () => (await import('./sudo.ts')).main,
};
