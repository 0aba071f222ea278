/** git log and git show */
import type { ReadCommitResult } from 'isomorphic-git';
import { changesBetween, type Side } from '../changes.ts';
import { type Parsed, parseFlags } from '../options.ts';
import { compareFiles, patchOf, statOf } from '../patch.ts';
import { fatal, type Paint, type Session } from '../session.ts';
import { isWanted } from './diff.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Person {
  readonly name: string;
  readonly email: string;
  readonly timestamp: number;
  readonly timezoneOffset: number;
}

function zoneOf({ timezoneOffset }: Person): string {
  const east = -timezoneOffset;
  const size = Math.abs(east);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${east < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** `Thu Nov 26 02:54:06 2026 +0000`, in the person's own zone. */
export function dateOf(person: Person): string {
  const date = new Date((person.timestamp - person.timezoneOffset * 60) * 1000);
  const clock = date.toISOString().slice(11, 19);
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()} ${clock} ${date.getUTCFullYear()} ${zoneOf(person)}`;
}

function isoOf(person: Person): string {
  const date = new Date((person.timestamp - person.timezoneOffset * 60) * 1000).toISOString();
  return `${date.slice(0, 10)} ${date.slice(11, 19)} ${zoneOf(person)}`;
}

function agoOf(person: Person, now: number): string {
  const seconds = Math.max(0, Math.floor(now / 1000) - person.timestamp);
  const steps: readonly (readonly [number, string])[] = [
    [90, 'second'],
    [90 * 60, 'minute'],
    [36 * 3600, 'hour'],
    [14 * 86_400, 'day'],
    [70 * 86_400, 'week'],
    [365 * 86_400, 'month'],
    [Infinity, 'year'],
  ];
  const sizes = [1, 60, 3600, 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400];
  const unit = steps.findIndex(([most]) => seconds < most);
  const count = Math.round(seconds / sizes[unit]!);
  return `${count} ${steps[unit]![1]}${count === 1 ? '' : 's'} ago`;
}

export async function log(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'log',
    args,
    'n=max-count: max-count: oneline stat p=patch patch all pretty=format: format: reverse name-only name-status no-decorate decorate? color? no-color graph author: grep: skip: abbrev-commit',
  );
  if (flags.has('graph')) fatal('--graph is not supported by Strata');
  const branch = await session.branch();
  if ((await session.head()) === undefined && flags.words.length === 0)
    fatal(`your current branch '${branch}' does not have any commits yet`);
  const { starts, hidden, paths } = await readRange(session, flags.words, flags.paths, flags.has('all'));
  let commits = await history(session, starts, hidden);
  const wanted = paths.map((path) => session.inTree(path));
  if (wanted.length > 0) commits = await touching(session, commits, wanted);
  const matching = (pattern: string | undefined, text: (one: ReadCommitResult) => string) => {
    if (pattern === undefined) return;
    const regex = new RegExp(pattern);
    commits = commits.filter((one) => regex.test(text(one)));
  };
  matching(flags.value('author'), ({ commit: { author } }) => `${author.name} <${author.email}>`);
  matching(flags.value('grep'), ({ commit: { message } }) => message);
  const skip = Number(flags.value('skip') ?? 0);
  commits = commits.slice(skip, skip + Number(flags.value('max-count') ?? commits.length));
  if (flags.has('reverse')) commits.reverse();
  const labels = await decorations(session, decorates(session, flags));
  const format = flags.has('oneline') ? 'oneline' : flags.value('format');
  const paint = session.painter(flags);
  const how: Shown = { format, labels, paint, short: flags.has('abbrev-commit') || flags.has('oneline') };
  const details: Details = { ...detailsAsked(flags), patch: flags.has('patch'), paint };
  for (const [i, one] of commits.entries()) {
    await session.print(commitText(session, one, how, i === 0));
    await session.print(await detailsOf(session, one, details, format === undefined ? '\n' : ''));
  }
  // Such a format ends nothing: on a terminal the pager would, so that the prompt has a line of its own.
  if (format?.startsWith('format:') && commits.length > 0 && session.sys.isatty(1)) await session.print('\n');
  return 0;
}

/** Whether commits are shown with the names of what points at them. */
function decorates(session: Session, flags: Parsed): boolean {
  if (flags.has('no-decorate')) return false;
  const how = flags.has('decorate') ? flags.value('decorate') || 'short' : 'auto';
  if (how === 'full') return fatal('--decorate=full is not supported by Strata');
  if (!/^(?:short|auto|no)$/.test(how)) return fatal(`invalid --decorate option: ${how}`);
  return how === 'short' || (how === 'auto' && session.sys.isatty(1));
}

async function readRange(
  session: Session,
  words: readonly string[],
  behind: readonly string[] | undefined,
  all: boolean,
): Promise<{ starts: string[]; hidden: string[]; paths: readonly string[] }> {
  const starts: string[] = [];
  const hidden: string[] = [];
  const paths = [...(behind ?? [])];
  for (const word of words) {
    const range = /^(.*?)\.\.(.*)$/.exec(word);
    if (range) {
      hidden.push(await session.commit(range[1] || 'HEAD'));
      starts.push(await session.commit(range[2] || 'HEAD'));
    } else if (word.startsWith('^')) hidden.push(await session.commit(word.slice(1)));
    else {
      try {
        starts.push(await session.commit(word));
      } catch (error) {
        const exists = await session.lstat(session.inTree(word));
        if (!exists || behind !== undefined) throw error;
        paths.push(word);
      }
    }
  }
  if (all) {
    for (const ref of await session.git.listBranches(session.base)) starts.push(await session.commit(ref));
  }
  if (starts.length === 0) starts.push(await session.commit('HEAD'));
  return { starts, hidden, paths };
}

/** Commits that lead to some, the youngest first, without what leads to others. */
async function history(
  session: Session,
  starts: readonly string[],
  hidden: readonly string[],
): Promise<ReadCommitResult[]> {
  const read = (ref: string) => session.git.log({ ...session.base, ref });
  const gone = new Set((await Promise.all(hidden.map(read))).flat().map(({ oid }) => oid));
  const found = new Map<string, ReadCommitResult>();
  for (const start of starts)
    for (const one of await read(start)) if (!gone.has(one.oid)) found.set(one.oid, one);
  const all = [...found.values()];
  // The log is in order already, but several starts may be mixed.
  return starts.length === 1
    ? all
    : all.sort((a, b) => b.commit.committer.timestamp - a.commit.committer.timestamp);
}

async function touching(
  session: Session,
  commits: readonly ReadCommitResult[],
  wanted: readonly string[],
): Promise<ReadCommitResult[]> {
  const kept: ReadCommitResult[] = [];
  for (const one of commits) {
    const [parent] = one.commit.parent;
    const changes = await changesBetween(session, parent === undefined ? undefined : { commit: parent }, {
      commit: one.oid,
    });
    if (changes.some(({ path }) => isWanted(path, wanted))) kept.push(one);
  }
  return kept;
}

const backwards = (names: readonly string[]): string[] => [...names].sort().reverse();

/** Names of branches and tags by the commits that they name. */
async function decorations(session: Session, wanted: boolean): Promise<ReadonlyMap<string, string>> {
  const labels = new Map<string, string[]>();
  if (!wanted) return new Map();
  const current = await session.branch();
  const add = async (ref: string, text: string) => {
    const oid = await session.commit(ref).catch(() => undefined);
    if (oid) labels.set(oid, [...(labels.get(oid) ?? []), text]);
  };
  if (current === undefined) await add('HEAD', 'HEAD');
  else await add(current, `HEAD -> ${current}`);
  // Of each kind the last name stands first.
  for (const tag of backwards(await session.git.listTags(session.base))) await add(tag, `tag: ${tag}`);
  for (const remote of await session.git.listRemotes(session.base)) {
    for (const branch of backwards(
      await session.git.listBranches({ ...session.base, remote: remote.remote }),
    ))
      await add(`refs/remotes/${remote.remote}/${branch}`, `${remote.remote}/${branch}`);
  }
  for (const branch of backwards(await session.git.listBranches(session.base)))
    if (branch !== current) await add(branch, branch);
  return new Map([...labels].map(([oid, texts]) => [oid, ` (${texts.join(', ')})`]));
}

const PERSON: Readonly<Record<string, (person: Person, now: number) => string>> = {
  n: ({ name }) => name,
  e: ({ email }) => email,
  d: (person) => dateOf(person),
  i: (person) => isoOf(person),
  I: (person) =>
    isoOf(person)
      .replace(' ', 'T')
      .replace(/ ([+-]\d\d)(\d\d)$/, '$1:$2'),
  r: (person, now) => agoOf(person, now),
  t: ({ timestamp }) => String(timestamp),
  s: (person) => isoOf(person).slice(0, 10),
};

interface Shown {
  readonly format: string | undefined;
  readonly labels: ReadonlyMap<string, string>;
  readonly paint: Paint;
  /** With short ids. */
  readonly short: boolean;
}

/** A commit in a format of `--pretty`. */
function commitText(
  session: Session,
  one: ReadCommitResult,
  { format, labels, paint, short }: Shown,
  first: boolean,
): string {
  const { oid, commit } = one;
  const label = labels.get(oid) ?? '';
  const subject = commit.message.split('\n')[0]!;
  if (format === 'oneline')
    return `${paint('33', short ? oid.slice(0, 7) : oid)}${paint('33', label)} ${subject}\n`;
  if (format === undefined || format === 'medium' || format === 'short' || format === 'full') {
    const merge =
      commit.parent.length > 1
        ? `Merge: ${commit.parent.map((parent) => parent.slice(0, 7)).join(' ')}\n`
        : '';
    const { author } = commit;
    const date = format === 'short' ? '' : `Date:   ${dateOf(author)}\n`;
    const message = (format === 'short' ? subject : commit.message.trimEnd())
      .split('\n')
      .map((line) => `    ${line}`)
      .join('\n');
    const head = paint('33', `commit ${short ? oid.slice(0, 7) : oid}`) + paint('33', label);
    return `${first ? '' : '\n'}${head}\n${merge}Author: ${author.name} <${author.email}>\n${date}\n${message}\n`;
  }
  const template = format.replace(/^t?format:/, '');
  const text = template.replace(
    /%(?:([ac])([nedriIts])|x([0-9a-fA-F]{2})|C(?:\([^)]*\)|red|green|blue|reset|yellow)|(.))/g,
    (whole, who?: string, what?: string, hex?: string, letter?: string) => {
      if (who !== undefined)
        return PERSON[what!]!(who === 'a' ? commit.author : commit.committer, session.sys.now());
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      switch (letter) {
        case 'H':
          return oid;
        case 'h':
          return oid.slice(0, 7);
        case 'T':
          return commit.tree;
        case 't':
          return commit.tree.slice(0, 7);
        case 'P':
          return commit.parent.join(' ');
        case 'p':
          return commit.parent.map((parent) => parent.slice(0, 7)).join(' ');
        case 's':
          return subject;
        case 'b':
          return commit.message.split('\n').slice(2).join('\n');
        case 'B':
          return commit.message;
        case 'd':
          return label;
        case 'D':
          return label.replace(/^ \(|\)$/g, '');
        case 'n':
          return '\n';
        case '%':
          return '%';
        default:
          return letter === undefined ? '' : whole;
      }
    },
  );
  // `format:` separates, all others end.
  return format.startsWith('format:') ? `${first ? '' : '\n'}${text}` : `${text}\n`;
}

interface Details {
  readonly stat: boolean;
  readonly patch: boolean;
  readonly names: boolean;
  readonly status: boolean;
  readonly paint: Paint;
}

const detailsAsked = (flags: Parsed) => ({
  stat: flags.has('stat'),
  names: flags.has('name-only'),
  status: flags.has('name-status'),
});

async function detailsOf(
  session: Session,
  { oid, commit }: ReadCommitResult,
  details: Details,
  gap: string,
): Promise<string> {
  if (!details.stat && !details.patch && !details.names && !details.status) return '';
  // A merge shows nothing of its own.
  if (commit.parent.length > 1) return '';
  const [parent] = commit.parent;
  const left: Side = parent === undefined ? undefined : { commit: parent };
  const right: Side = { commit: oid };
  const changes = await changesBetween(session, left, right);
  if (changes.length === 0) return '';
  if (details.names) return gap + changes.map(({ path }) => `${path}\n`).join('');
  if (details.status)
    return (
      gap +
      changes.map(({ path, before, after }) => `${!before ? 'A' : !after ? 'D' : 'M'}\t${path}\n`).join('')
    );
  const compared = await compareFiles(session, changes, left, right);
  const stat = details.stat ? statOf(compared) : '';
  const patch = details.patch ? compared.map((each) => patchOf(each, details.paint)).join('') : '';
  return `${gap}${stat}${stat && patch ? '\n' : ''}${patch}`;
}

export async function show(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'show',
    args,
    'stat s=no-patch no-patch oneline pretty=format: format: name-only name-status color? no-color no-decorate decorate? abbrev-commit',
  );
  const how: Shown = {
    format: flags.has('oneline') ? 'oneline' : flags.value('format'),
    labels: await decorations(session, decorates(session, flags)),
    paint: session.painter(flags),
    short: flags.has('abbrev-commit') || flags.has('oneline'),
  };
  const asked = detailsAsked(flags);
  const patch = !asked.stat && !asked.names && !asked.status;
  const details: Details = { ...asked, patch, paint: how.paint };
  for (const name of flags.words.length > 0 ? flags.words : ['HEAD']) {
    const file = /^([^:]*):(.*)$/.exec(name);
    if (file) {
      await showFile(session, file[1] || 'HEAD', file[2]!, name);
      continue;
    }
    const one = await session.git.readCommit({ ...session.base, oid: await session.commit(name) });
    await session.print(commitText(session, one, how, true));
    if (flags.has('no-patch')) continue;
    await session.print(await detailsOf(session, one, details, how.format === undefined ? '\n' : ''));
  }
  return 0;
}

async function showFile(session: Session, commit: string, path: string, name: string): Promise<void> {
  const oid = await session.commit(commit);
  const { git, base } = session;
  const found = await git
    .readObject({ ...base, oid, filepath: path.replace(/^\.\//, ''), format: 'content' })
    .catch(() => fatal(`path '${path}' does not exist in '${name.slice(0, name.indexOf(':')) || 'HEAD'}'`));
  if (found.type !== 'blob') fatal(`${name} is a folder`);
  const bytes = found.object as Uint8Array;
  for (let at = 0; at < bytes.length; ) at += await session.sys.write(1, bytes.subarray(at));
}
