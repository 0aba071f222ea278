/** Programs that are no applets, by the name in their program file's header. */
import type { ProgramTable } from '../kernel/index.ts';

export const programs: ProgramTable = {
  apk: async () => (await import('./programs/apk/main.ts')).main,
  apt: async () => (await import('./programs/apt/main.ts')).main,
  curl: async () => (await import('./programs/curl/main.ts')).main,
  dpkg: async () => (await import('./programs/dpkg/main.ts')).main,
  hello: async () => (await import('./programs/hello.ts')).main,
  jq: async () => (await import('./programs/jq/main.ts')).main,
  logname: async () => (await import('./applets/system.ts')).logname,
  nano: async () => (await import('./programs/nano/main.ts')).main,
  node: async () => (await import('./programs/node/main.ts')).main,
  tree: async () => (await import('./programs/tree/main.ts')).main,
  'update-alternatives': async () => (await import('./programs/dpkg/alternatives.ts')).main,
  wasi: async () => (await import('./programs/wasi/main.ts')).main,
};
