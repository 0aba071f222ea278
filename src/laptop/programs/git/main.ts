/**
 * git, on isomorphic-git: the objects, the index and the protocol are its, commands and what they print are here.
 *
 * The library and its Buffer are loaded when git is first run. Hosts that send no CORS headers are reached through a
 * proxy, where one is named (`http.corsProxy`, GIT_CORS_PROXY). What is not here says so.
 */
import type { Main } from '../../../kernel/index.ts';
import { errnoOf, strerror } from '../../../posix/index.ts';
import { print } from '../io.ts';
import { findTop, type Git, GitProblem, normal, Session } from './session.ts';

type Command = (session: Session, args: readonly string[]) => Promise<number>;

interface Entry {
  readonly about: string;
  readonly load: () => Promise<Command>;
  /** Works outside of a repository too. */
  readonly anywhere?: true;
}

const checkout = () => import('./commands/checkout.ts');
const repository = () => import('./commands/repository.ts');
const remotes = () => import('./commands/remotes.ts');
const branches = () => import('./commands/branch.ts');
const index = () => import('./commands/add.ts');
const logs = () => import('./commands/log.ts');
const merges = () => import('./commands/merge.ts');

const commands: Readonly<Record<string, Entry>> = {
  add: { about: 'Add file contents to the index', load: async () => (await index()).add },
  branch: { about: 'List, create, or delete branches', load: async () => (await branches()).branch },
  checkout: { about: 'Switch branches or restore files', load: async () => (await checkout()).checkout },
  clone: {
    about: 'Clone a repository into a new folder',
    load: async () => (await remotes()).clone,
    anywhere: true,
  },
  commit: {
    about: 'Record changes to the repository',
    load: async () => (await import('./commands/commit.ts')).commit,
  },
  config: { about: 'Get and set options', load: async () => (await repository()).config, anywhere: true },
  diff: { about: 'Show changes', load: async () => (await import('./commands/diff.ts')).diff },
  fetch: {
    about: 'Get objects and refs from another repository',
    load: async () => (await remotes()).fetchFrom,
  },
  init: { about: 'Create an empty repository', load: async () => (await repository()).init, anywhere: true },
  log: { about: 'Show commits', load: async () => (await logs()).log },
  'ls-files': { about: 'List tracked files', load: async () => (await repository()).lsFiles },
  merge: { about: 'Join two histories', load: async () => (await merges()).merge },
  mv: { about: 'Move a file', load: async () => (await index()).mv },
  pull: { about: 'Fetch and merge', load: async () => (await remotes()).pull },
  push: { about: 'Send commits to another repository', load: async () => (await remotes()).push },
  remote: { about: 'Manage other repositories', load: async () => (await remotes()).remote },
  reset: { about: 'Set HEAD to a commit, and what follows it', load: async () => (await checkout()).reset },
  restore: { about: 'Restore files', load: async () => (await checkout()).restore },
  'rev-parse': { about: 'Tell what names mean', load: async () => (await repository()).revParse },
  rm: { about: 'Remove files', load: async () => (await index()).rm },
  show: { about: 'Show a commit or a file', load: async () => (await logs()).show },
  stash: { about: 'Put changes aside', load: async () => (await merges()).stash },
  status: {
    about: 'Show the state of the work tree',
    load: async () => (await import('./commands/status.ts')).status,
  },
  switch: { about: 'Switch branches', load: async () => (await checkout()).switchBranch },
  tag: { about: 'List, create, or delete tags', load: async () => (await branches()).tag },
};

/** Parts of git that are not here. */
const ABSENT =
  /^(?:am|apply|archive|bisect|blame|bundle|cherry-pick|clean|describe|filter-branch|format-patch|gc|grep|maintenance|notes|range-diff|rebase|reflog|revert|shortlog|sparse-checkout|submodule|worktree)$/;

const VERSION = 'git version 2.39.5 (Strata)\n';

export const main: Main = async (sys) => {
  const args = sys.argv.slice(1);
  let cwd = sys.getcwd();
  while (args[0]?.startsWith('-')) {
    const option = args.shift()!;
    if (option === '-C' && args[0] !== undefined) {
      const folder = args.shift()!;
      cwd = normal(folder.startsWith('/') ? folder : `${cwd}/${folder}`);
    } else if (option === '--version' || option === '-v') return say(VERSION);
    else if (option === '--help' || option === '-h') return say(help());
    else if (option !== '--no-pager') {
      await print(
        sys,
        2,
        `unknown option: ${option}\nusage: git [-v | --version] [-h | --help] [-C <path>] <command> [<args>]\n`,
      );
      return 129;
    }
  }
  if (args[0] === 'help' && args.length === 2) args.splice(0, 2, args[1]!, '--help');
  const [name, ...rest] = args;
  if (name === undefined) {
    await print(sys, 1, help());
    return 1;
  }
  if (name === 'help') return say(help());
  if (name === 'version') return say(VERSION);
  const entry = Object.hasOwn(commands, name) ? commands[name]! : undefined;
  if (!entry) {
    const known = ABSENT.test(name);
    await print(
      sys,
      2,
      known
        ? `git: '${name}' is not supported by Strata\n`
        : `git: '${name}' is not a git command. See 'git --help'.\n`,
    );
    return 1;
  }
  // Only the first word is asked: further on it may be an option's value.
  if (rest[0] === '--help' || rest[0] === '-h') {
    await say(`usage: git ${name} [<options>] [<args>]\n\n${entry.about}\n`);
    // As git itself counts it: who asks in short got the usage wrong.
    return rest[0] === '-h' ? 129 : 0;
  }
  try {
    const [git, command, dir] = await Promise.all([loadGit(), entry.load(), findTop(sys, cwd)]);
    const session = new Session(sys, git, cwd, dir);
    if (!entry.anywhere) void session.top;
    try {
      return await command(session, rest);
    } finally {
      await session.idle();
    }
  } catch (error) {
    return complain(error);
  }

  async function say(text: string): Promise<number> {
    await print(sys, 1, text);
    return 0;
  }

  async function complain(error: unknown): Promise<number> {
    if (error instanceof GitProblem) {
      if (error.message !== '') await print(sys, 2, `${error.message}\n`);
      return error.status;
    }
    const code = errnoOf(error);
    if (code !== undefined) {
      await print(sys, 2, `fatal: ${strerror(code)}\n`);
      return 128;
    }
    // The library's own complaints are sentences.
    if (!(error instanceof Error) || typeof (error as { code?: unknown }).code !== 'string') throw error;
    await print(sys, 2, `fatal: ${error.message}\n`);
    return 128;
  }
};

function help(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { about }]) => `   ${name.padEnd(width)}   ${about}\n`);
  return `usage: git [-v | --version] [-h | --help] [-C <path>] <command> [<args>]\n\nKeep the history of files\n\nThese are the commands that Strata has:\n\n${lines.join('')}`;
}

let loaded: Promise<Git> | undefined;

/** The library takes its Buffer from the global scope, where browsers have none. */
function loadGit(): Promise<Git> {
  loaded ??= (async () => {
    const { Buffer } = await import('buffer/index.js');
    (globalThis as { Buffer?: unknown }).Buffer ??= Buffer;
    return (await import('isomorphic-git')).default;
  })();
  return loaded;
}
