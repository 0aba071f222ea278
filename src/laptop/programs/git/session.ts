/** What git's commands share: the repository they are in, its refs, who works, how they speak. */
import type { PromiseFsClient } from 'isomorphic-git';
import type { Sys } from '../../../kernel/index.ts';
import { errnoOf, textOf } from '../../../posix/index.ts';
import type { Stat } from '../../../vfs/index.ts';
import { print, readWhole } from '../io.ts';
import { Config } from './config.ts';
import { gitFiles } from './files.ts';
import { gitHttp } from './http.ts';
import type { Parsed } from './options.ts';

export type Git = typeof import('isomorphic-git').default;

/** Ends git with its words and its status: 128 for what is fatal, 1 for what only fails. */
export class GitProblem extends Error {
  readonly status: number;
  constructor(message: string, status = 128) {
    super(message);
    this.status = status;
  }
}

export const fatal = (message: string): never => {
  throw new GitProblem(`fatal: ${message}`);
};

export class Session {
  readonly sys: Sys;
  readonly git: Git;
  readonly fs: PromiseFsClient;
  /** Resolves when the library does nothing more. */
  readonly idle: () => Promise<void>;
  readonly http: ReturnType<typeof gitHttp>;
  readonly cwd: string;
  readonly cache: object = {};
  /** Where the work tree begins; undefined outside of one. */
  dir: string | undefined;
  config: Config;

  constructor(sys: Sys, git: Git, cwd: string, dir: string | undefined) {
    this.sys = sys;
    this.git = git;
    const files = gitFiles(sys);
    this.fs = files as unknown as PromiseFsClient;
    this.idle = files.idle;
    this.http = gitHttp(sys);
    this.cwd = cwd;
    this.dir = dir;
    this.config = new Config(sys, dir === undefined ? undefined : `${dir}/.git`);
  }

  /** Arguments of every call to isomorphic-git. */
  get base(): { fs: PromiseFsClient; dir: string; cache: object } {
    return { fs: this.fs, dir: this.top, cache: this.cache };
  }

  get top(): string {
    return this.dir ?? fatal('not a git repository (or any of the parent directories): .git');
  }

  print(text: string): Promise<void> {
    return print(this.sys, 1, text);
  }
  printError(text: string): Promise<void> {
    return print(this.sys, 2, text);
  }

  /** What puts colours around texts: as `--color` and `--no-color` say, else on a terminal. */
  painter(flags?: Parsed): Paint {
    return this.#paints(flags) ? painted : (_, text) => text;
  }

  #paints(flags: Parsed | undefined): boolean {
    if (flags?.has('no-color')) return false;
    const when = flags?.has('color') ? flags.value('color') || 'always' : 'auto';
    if (!/^(?:always|never|auto)$/.test(when))
      throw new GitProblem('error: option `color\' expects "always", "auto", or "never"', 129);
    return when === 'always' || (when === 'auto' && this.sys.isatty(1));
  }

  /** A merge that goes on is over: concluded, or given up. */
  async endMerge(): Promise<void> {
    for (const name of ['MERGE_HEAD', 'MERGE_MSG']) {
      try {
        await this.sys.unlink(`${this.top}/.git/${name}`);
      } catch (error) {
        if (errnoOf(error) !== 'ENOENT') throw error;
      }
    }
  }

  /** A path of the command line as the repository names it; '' is its top. */
  inTree(path: string): string {
    const full = normal(path.startsWith('/') ? path : `${this.cwd}/${path}`);
    if (full === this.top) return '';
    if (!full.startsWith(`${this.top}/`)) fatal(`${path}: '${path}' is outside repository at '${this.top}'`);
    return full.slice(this.top.length + 1);
  }

  /** A path of the repository as seen from here. */
  shown(path: string): string {
    const here = this.cwd === this.top ? [] : this.cwd.slice(this.top.length + 1).split('/');
    const parts = path.split('/');
    while (here.length > 0 && parts.length > 1 && here[0] === parts[0]) {
      here.shift();
      parts.shift();
    }
    return [...here.map(() => '..'), ...parts].join('/');
  }

  /** What stands at a path of the repository; undefined where nothing does. */
  async lstat(path: string): Promise<Stat | undefined> {
    try {
      return await this.sys.lstat(path === '' ? this.top : `${this.top}/${path}`);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return undefined;
    }
  }

  async branch(): Promise<string | undefined> {
    return (await this.git.currentBranch({ ...this.base, fullname: false })) ?? undefined;
  }

  /** The commit that HEAD means; undefined before the first. */
  async head(): Promise<string | undefined> {
    return this.git.resolveRef({ ...this.base, ref: 'HEAD' }).catch(() => undefined);
  }

  /** The commit that a name means: a branch, a tag, a beginning of an id, with `~2`, `^` behind. */
  async commit(name: string): Promise<string> {
    const found = /^(.*?)((?:[~^]\d*)*)$/.exec(name)!;
    let oid = await this.#plain(found[1] === '' || found[1] === '@' ? 'HEAD' : found[1]!, name);
    for (const [, kind, count] of found[2]!.matchAll(/([~^])(\d*)/g)) {
      const steps = kind === '~' ? Number(count || 1) : 1;
      for (let i = 0; i < steps; i++) {
        const { commit } = await this.git.readCommit({ ...this.base, oid });
        const parent = commit.parent[kind === '^' && count ? Number(count) - 1 : 0];
        if (parent === undefined) throw unknownRevision(name);
        oid = parent;
      }
    }
    return oid;
  }

  async #plain(ref: string, name: string): Promise<string> {
    let oid = await this.git.resolveRef({ ...this.base, ref }).catch(() => undefined);
    if (oid === undefined && /^[0-9a-f]{4,40}$/.test(ref))
      oid = await this.git.expandOid({ ...this.base, oid: ref }).catch(() => undefined);
    if (oid === undefined) throw unknownRevision(name);
    // An annotated tag leads to its commit.
    for (;;) {
      const object = await this.git.readObject({ ...this.base, oid, format: 'parsed' });
      if (object.type !== 'tag') return oid;
      oid = (object.object as { object: string }).object;
    }
  }

  /** Who commits. @throws GitProblem where nobody has said so */
  async author(): Promise<{ name: string; email: string; timestamp: number; timezoneOffset: number }> {
    const { env } = this.sys;
    const name = env['GIT_AUTHOR_NAME'] ?? (await this.config.get('user.name'));
    const email = env['GIT_AUTHOR_EMAIL'] ?? (await this.config.get('user.email'));
    if (!name || !email) {
      const host = this.sys.uname().nodename;
      throw new GitProblem(`Author identity unknown

*** Please tell me who you are.

Run

  git config --global user.email "you@example.com"
  git config --global user.name "Your Name"

to set your account's default identity.
Omit --global to set the identity only in this repository.

fatal: unable to auto-detect email address (got '${env['USER'] ?? 'you'}@${host}.(none)')`);
    }
    const date = /^@?(\d+)(?: ([+-])(\d\d)(\d\d))?$/.exec(env['GIT_AUTHOR_DATE'] ?? '');
    if (date) {
      const [, seconds, sign, hours, minutes] = date;
      // West of Greenwich is positive here, and zero has no sign.
      const offset = sign ? Number(`${sign}1`) * -(Number(hours) * 60 + Number(minutes)) || 0 : 0;
      return { name, email, timestamp: Number(seconds), timezoneOffset: offset };
    }
    return { name, email, timestamp: Math.floor(this.sys.now() / 1000), timezoneOffset: 0 };
  }
}

/** Puts a colour, by its number, around a text. */
export type Paint = (code: string, text: string) => string;

const painted: Paint = (code, text) => (text === '' ? '' : `\x1b[${code}m${text}\x1b[m`);

function unknownRevision(name: string): GitProblem {
  return new GitProblem(
    `fatal: ambiguous argument '${name}': unknown revision or path not in the working tree.\nUse '--' to separate paths from revisions, like this:\n'git <command> [<revision>...] -- [<file>...]'`,
  );
}

/** A path without `.`, `..` and doubled slashes. */
export function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** The folder at or above this one that has a `.git`. */
export async function findTop(sys: Sys, from: string): Promise<string | undefined> {
  for (let at = from; ; at = at.slice(0, at.lastIndexOf('/')) || '/') {
    try {
      await sys.stat(`${at === '/' ? '' : at}/.git`);
      return at;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
    if (at === '/') return undefined;
  }
}

/** A file of the work tree as text; undefined where it is not there. */
export async function readText(sys: Sys, path: string): Promise<string | undefined> {
  try {
    return textOf(await readWhole(sys, path));
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}
