/** git checkout, switch, restore and reset: what HEAD, index and files are. */
import { changesBetween, type FileChange, type Side, statesOf } from '../changes.ts';
import { named, noteMove, place } from '../moves.ts';
import { type Parsed, parseFlags } from '../options.ts';
import { fatal, GitProblem, readText, type Session } from '../session.ts';
import { forceTo, moveTo, stage, writeFile } from '../tree.ts';
import { checkNewBranch } from './branch.ts';
import { isWanted } from './diff.ts';

interface How {
  /** Changes of one's own are thrown away. */
  readonly force: boolean;
  readonly quiet: boolean;
}

const howOf = (flags: Parsed): How => ({ force: flags.has('force'), quiet: flags.has('quiet') });

export async function checkout(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'checkout',
    args,
    'b=new: new: B=reset: reset: q=quiet quiet f=force force detach',
  );
  const how = howOf(flags);
  const created = flags.value('new') ?? flags.value('reset');
  if (created !== undefined)
    return create(session, created, flags.words[0], { ...how, again: flags.has('reset') });
  const [name, ...rest] = flags.words;
  if (flags.paths !== undefined || rest.length > 0) {
    const words = [...rest, ...(flags.paths ?? [])];
    if (name === undefined || flags.paths === undefined) {
      const isCommit = name !== undefined && (await session.commit(name).catch(() => undefined));
      if (isCommit) return restoreFrom(session, name, words, true, how.quiet);
      return restoreFrom(
        session,
        undefined,
        name === undefined ? words : [name, ...words],
        false,
        how.quiet || flags.paths !== undefined,
      );
    }
    return restoreFrom(session, name, words, true, how.quiet);
  }
  if (name === undefined) {
    if (how.force) await goTo(session, await session.commit('HEAD'), true);
    return 0;
  }
  const target = await named(session, name);
  const known = await isBranch(session, target);
  if (!known && !(await session.commit(target).catch(() => undefined))) {
    if (await followRemote(session, name)) return switchTo(session, name, how);
    const tracked = await session.git.listFiles(session.base);
    if (!tracked.some((file) => isWanted(file, [session.inTree(name)])))
      throw new GitProblem(`error: pathspec '${name}' did not match any file(s) known to git`, 1);
    return restoreFrom(session, undefined, [name], false, how.quiet);
  }
  return known && !flags.has('detach') ? switchTo(session, target, how) : detach(session, target, how);
}

export async function switchBranch(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'switch',
    args,
    'c=new: new: create=new: C=reset: reset: q=quiet quiet d=detach detach f=force force discard-changes=force',
  );
  const how = howOf(flags);
  const created = flags.value('new') ?? flags.value('reset');
  if (created !== undefined)
    return create(session, created, flags.words[0], { ...how, again: flags.has('reset') });
  const [word] = flags.words;
  if (word === undefined) return fatal('missing branch or commit argument');
  const name = await named(session, word, '@{-1}');
  if (flags.has('detach')) return detach(session, name, how);
  if (!(await isBranch(session, name)) && !(await followRemote(session, name))) {
    const isCommit = await session.commit(name).catch(() => undefined);
    return fatal(
      isCommit
        ? `a branch is expected, got commit '${name}'\nhint: If you want to detach HEAD at the commit, try again with the --detach option.`
        : `invalid reference: ${name}`,
    );
  }
  return switchTo(session, name, how);
}

async function isBranch({ git, base }: Session, name: string): Promise<boolean> {
  return (await git.listBranches(base)).includes(name);
}

/** Makes a branch that follows a remote one of the same name; false where there is none. */
async function followRemote(session: Session, name: string): Promise<boolean> {
  const { git, base } = session;
  for (const { remote } of await git.listRemotes(base)) {
    const oid = await git
      .resolveRef({ ...base, ref: `refs/remotes/${remote}/${name}` })
      .catch(() => undefined);
    if (!oid) continue;
    await git.branch({ ...base, ref: name, object: oid });
    await session.config.set(`branch.${name}.remote`, remote, 'local');
    await session.config.set(`branch.${name}.merge`, `refs/heads/${name}`, 'local');
    await session.print(`branch '${name}' set up to track '${remote}/${name}'.\n`);
    return true;
  }
  return false;
}

async function create(
  session: Session,
  name: string,
  at: string | undefined,
  { again, force, quiet }: How & { readonly again: boolean },
): Promise<number> {
  const { git, base } = session;
  const from = await whereabouts(session);
  const isThere = await checkNewBranch(session, name, again);
  const isCurrent = isThere && (await session.branch()) === name;
  if ((await session.head()) || at !== undefined) {
    const start = at ?? 'HEAD';
    const target = await session
      .commit(start)
      .catch(() => fatal(`'${start}' is not a commit and a branch '${name}' cannot be created from it`));
    // First the files: where they cannot follow there is no branch.
    await goTo(session, target, force);
    await git.branch({ ...base, ref: name, object: target, force: true });
  }
  await pointHead(session, name);
  await noteMove(session, from, name);
  const did = isCurrent ? 'Reset' : isThere ? 'Switched to and reset' : 'Switched to a new';
  if (!quiet) await session.printError(`${did} branch '${name}'\n`);
  return 0;
}

async function whereabouts(session: Session) {
  return { place: await place(session), oid: await session.head() };
}

function pointHead({ git, base }: Session, branch: string): Promise<void> {
  return git.writeRef({ ...base, ref: 'HEAD', value: `refs/heads/${branch}`, symbolic: true, force: true });
}

/** With force changes of one's own are thrown away. */
async function goTo(session: Session, target: string, force: boolean): Promise<void> {
  if (force) {
    await forceTo(session, target);
    await session.endMerge();
  } else await moveTo(session, target, 'checkout');
}

async function switchTo(session: Session, name: string, { force, quiet }: How): Promise<number> {
  if ((await session.branch()) === name) {
    if (force) await goTo(session, await session.commit(name), true);
    if (!quiet) await session.printError(`Already on '${name}'\n`);
    return 0;
  }
  const detached = (await session.branch()) === undefined ? await session.head() : undefined;
  const from = await whereabouts(session);
  const oid = await session.commit(name);
  await goTo(session, oid, force);
  await pointHead(session, name);
  await noteMove(session, from, name);
  if (quiet) return 0;
  if (detached && detached !== oid) {
    const { commit } = await session.git.readCommit({ ...session.base, oid: detached });
    const subject = commit.message.split('\n')[0];
    await session.printError(`Previous HEAD position was ${detached.slice(0, 7)} ${subject}\n`);
  }
  await session.printError(`Switched to branch '${name}'\n`);
  await tellKept(session);
  return 0;
}

/** Lists what stayed changed. */
async function tellKept(session: Session): Promise<void> {
  const head = await session.head();
  const before: Side = head === undefined ? undefined : { commit: head };
  const kept = new Map<string, string>();
  for (const { path, before: a, after } of await changesBetween(session, before, 'index'))
    kept.set(path, !a ? 'A' : !after ? 'D' : 'M');
  for (const { path, after } of await changesBetween(session, 'index', 'files'))
    if (!kept.has(path)) kept.set(path, after ? 'M' : 'D');
  await session.print(
    [...kept]
      .sort()
      .map(([path, letter]) => `${letter}\t${path}\n`)
      .join(''),
  );
}

async function detach(session: Session, name: string, { force, quiet }: How): Promise<number> {
  const from = await whereabouts(session);
  const oid = await session.commit(name);
  await goTo(session, oid, force);
  await session.git.writeRef({ ...session.base, ref: 'HEAD', value: oid, force: true });
  await noteMove(session, from, name);
  if (quiet) return 0;
  const { commit } = await session.git.readCommit({ ...session.base, oid });
  await session.printError(`Note: switching to '${name}'.

You are in 'detached HEAD' state. You can look around, make experimental
changes and commit them, and you can discard any commits you make in this
state without impacting any branches by switching back to a branch.

If you want to create a new branch to retain commits you create, you may
do so (now or later) by using -c with the switch command. Example:

  git switch -c <new-branch-name>

Or undo this operation with:

  git switch -

Turn off this advice by setting config variable advice.detachedHead to false

HEAD is now at ${oid.slice(0, 7)} ${commit.message.split('\n')[0]}\n`);
  return 0;
}

/** Writes files from a commit, or from the index. */
async function restoreFrom(
  session: Session,
  source: string | undefined,
  words: readonly string[],
  staged: boolean,
  quiet = false,
): Promise<number> {
  const side: Side = source === undefined ? 'index' : { commit: await session.commit(source) };
  const states = await statesOf(session, side);
  const chosen = new Map<string, FileChange>();
  for (const word of words) {
    const path = session.inTree(word);
    const found = [...states].filter(([file]) => isWanted(file, [path]));
    if (found.length === 0)
      throw new GitProblem(`error: pathspec '${word}' did not match any file(s) known to git`, 1);
    for (const [file, after] of found) chosen.set(file, { path: file, before: undefined, after });
  }
  const count = (await changesBetween(session, side, 'files')).filter(({ path }) => chosen.has(path)).length;
  for (const change of chosen.values()) {
    await writeFile(session, change, side, 'after');
    if (staged) await stage(session, change, 'after');
  }
  // Behind `--` nothing is told.
  if (quiet) return 0;
  const from = staged ? (await session.commit(source!)).slice(0, 7) : 'the index';
  await session.printError(`Updated ${count} path${count === 1 ? '' : 's'} from ${from}\n`);
  return 0;
}

export async function restore(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'restore',
    args,
    'S=staged staged W=worktree worktree s=source: source: q=quiet quiet',
  );
  const words = [...flags.words, ...(flags.paths ?? [])];
  if (words.length === 0) fatal('you must specify path(s) to restore');
  const staged = flags.has('staged');
  const worktree = flags.has('worktree') || !staged;
  const source = flags.value('source') ?? (staged ? 'HEAD' : undefined);
  const head = source === 'HEAD' ? await session.head() : undefined;
  const side: Side =
    source === undefined
      ? 'index'
      : source === 'HEAD'
        ? head === undefined
          ? undefined
          : { commit: head }
        : { commit: await session.commit(source) };
  const wanted = words.map((word) => session.inTree(word));
  const [from, index] = [await statesOf(session, side), await statesOf(session, 'index')];
  for (const [i, path] of wanted.entries()) {
    if (![...from.keys(), ...index.keys()].some((file) => isWanted(file, [path])))
      throw new GitProblem(`error: pathspec '${words[i]}' did not match any file(s) known to git`, 1);
  }
  const paths = new Set([...from.keys(), ...index.keys()].filter((file) => isWanted(file, wanted)));
  for (const path of paths) {
    const change: FileChange = { path, before: index.get(path), after: from.get(path) };
    if (worktree) await writeFile(session, change, side, 'after');
    if (staged) await stage(session, change, 'after');
  }
  return 0;
}

export async function reset(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('reset', args, 'soft mixed hard q=quiet quiet');
  const [first, ...rest] = flags.words;
  const commit =
    first === undefined
      ? undefined
      : await session.commit(first).catch((error: unknown) => {
          if (rest.length === 0 && flags.paths === undefined && !(error instanceof GitProblem)) throw error;
          return undefined;
        });
  const words = [...(commit ? rest : flags.words), ...(flags.paths ?? [])];
  const head = await session.head();
  const target = commit ?? head;
  if (words.length > 0) {
    if (flags.has('hard') || flags.has('soft'))
      fatal(`Cannot do ${flags.has('hard') ? 'hard' : 'soft'} reset with paths.`);
    const tracked = await changesBetween(
      session,
      target === undefined ? undefined : { commit: target },
      'index',
    );
    const wanted = words.map((word) => session.inTree(word));
    if (
      first !== undefined &&
      !commit &&
      flags.paths === undefined &&
      !(await session.lstat(wanted[0]!)) &&
      !tracked.some(({ path }) => isWanted(path, wanted))
    )
      await session.commit(first);
    for (const change of tracked) if (isWanted(change.path, wanted)) await stage(session, change, 'before');
    await tellUnstaged(session, flags.has('quiet'));
    return 0;
  }
  if (target === undefined) return 0;
  if (flags.has('soft') && (await readText(session.sys, `${session.top}/.git/MERGE_HEAD`)) !== undefined)
    fatal('Cannot do a soft reset in the middle of a merge.');
  const branch = await session.branch();
  if (!flags.has('soft')) {
    if (flags.has('hard')) await forceTo(session, target);
    else
      for (const change of await changesBetween(session, { commit: target }, 'index'))
        await stage(session, change, 'before');
    await session.endMerge();
  }
  await session.git.writeRef({
    ...session.base,
    ref: branch === undefined ? 'HEAD' : `refs/heads/${branch}`,
    value: target,
    force: true,
  });
  if (flags.has('hard')) {
    const { commit: found } = await session.git.readCommit({ ...session.base, oid: target });
    if (!flags.has('quiet'))
      await session.print(`HEAD is now at ${target.slice(0, 7)} ${found.message.split('\n')[0]}\n`);
  } else if (!flags.has('soft')) await tellUnstaged(session, flags.has('quiet'));
  return 0;
}

async function tellUnstaged(session: Session, quiet: boolean): Promise<void> {
  const changes = quiet ? [] : await changesBetween(session, 'index', 'files');
  if (changes.length === 0) return;
  await session.print(
    `Unstaged changes after reset:\n${changes.map(({ path, after }) => `${after ? 'M' : 'D'}\t${path}\n`).join('')}`,
  );
}
