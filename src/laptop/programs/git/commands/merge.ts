/** git merge and stash */
import { changesBetween, type Side } from '../changes.ts';
import { writeBytes } from '../files.ts';
import { parseFlags } from '../options.ts';
import { compareFiles, modesOf, statOf } from '../patch.ts';
import { fatal, GitProblem, readText, type Session } from '../session.ts';
import { moveTo, stage, writeFile } from '../tree.ts';
import { readState, refuse } from './status.ts';

export async function merge(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('merge', args, 'm=message: message: ff-only no-ff ff no-edit abort q=quiet quiet');
  if (flags.has('abort')) return abort(session);
  const [name] = flags.words;
  if (name === undefined) return fatal('No commit specified and merge.defaultToUpstream not set.');
  const oid = await session.commit(name).catch(() => {
    throw new GitProblem(`merge: ${name} - not something we can merge`, 1);
  });
  return mergeInto(session, oid, name, {
    fastForwardOnly: flags.has('ff-only'),
    noFastForward: flags.has('no-ff'),
    message: flags.value('message'),
    quiet: flags.has('quiet'),
  });
}

interface MergeRules {
  readonly fastForwardOnly: boolean;
  readonly noFastForward: boolean;
  readonly message: string | undefined;
  readonly quiet: boolean;
}

/** Merges a commit into the current branch. */
export async function mergeInto(
  session: Session,
  theirs: string,
  name: string,
  rules: MergeRules,
): Promise<number> {
  const { git, base } = session;
  const tell = async (text: string) => {
    if (!rules.quiet) await session.print(text);
  };
  await refuseMergeInMerge(session);
  const ours = await session.commit('HEAD');
  const branch = (await session.branch()) ?? fatal('merging needs a branch');
  if (ours === theirs || (await git.isDescendent({ ...base, oid: ours, ancestor: theirs }))) {
    await tell('Already up to date.\n');
    return 0;
  }
  const fast = await git.isDescendent({ ...base, oid: theirs, ancestor: ours });
  if (fast && !rules.noFastForward) {
    await tell(`Updating ${ours.slice(0, 7)}..${theirs.slice(0, 7)}\n`);
    await moveTo(session, theirs, 'merge');
    await git.writeRef({ ...base, ref: `refs/heads/${branch}`, value: theirs, force: true });
    await tell(`Fast-forward\n${await sumOf(session, ours, theirs)}`);
    return 0;
  }
  if (rules.fastForwardOnly) fatal('Not possible to fast-forward, aborting.');
  const author = await session.author();
  const remote = /^(?:remotes\/)?([^/]+)\/(.+)$/.exec(name);
  const isRemote = remote && (await git.listRemotes(base)).some((each) => each.remote === remote[1]);
  const message =
    rules.message ??
    `Merge ${isRemote ? 'remote-tracking branch' : 'branch'} '${name}'${branch === 'main' || branch === 'master' ? '' : ` into ${branch}`}\n`;
  try {
    const result = await git.merge({
      ...base,
      ours: branch,
      theirs,
      fastForward: !rules.noFastForward,
      abortOnConflict: false,
      message,
      author,
      committer: author,
    });
    const merged = result.oid ?? fatal('merge failed');
    for (const change of await changesBetween(session, { commit: ours }, { commit: merged })) {
      await writeFile(session, change, { commit: merged }, 'after');
      await stage(session, change, 'after');
    }
    await tell(`Merge made by the 'ort' strategy.\n${await sumOf(session, ours, merged)}`);
    return 0;
  } catch (error) {
    const { code, data } = error as { code?: string; data?: { filepaths?: readonly string[] } };
    if (code !== 'MergeConflictError') throw error;
    await writeBytes(session.sys, `${session.top}/.git/MERGE_HEAD`, `${theirs}\n`);
    await writeBytes(
      session.sys,
      `${session.top}/.git/MERGE_MSG`,
      message.endsWith('\n') ? message : `${message}\n`,
    );
    const paths = data?.filepaths ?? [];
    await settle(session, ours, theirs, paths, name);
    for (const path of paths)
      await tell(`Auto-merging ${path}\nCONFLICT (content): Merge conflict in ${path}\n`);
    await tell('Automatic merge failed; fix conflicts and then commit the result.\n');
    return 1;
  }
}

async function refuseMergeInMerge(session: Session): Promise<void> {
  if ((await readText(session.sys, `${session.top}/.git/MERGE_HEAD`)) === undefined) return;
  const { unmerged } = await readState(session);
  if (unmerged.length > 0) await refuse(session, 'Merging', []);
  fatal(
    'You have not concluded your merge (MERGE_HEAD exists).\nPlease, commit your changes before you merge.',
  );
}

/** After a merge with conflicts: what was merged is staged, and the marks in the rest say whose they are. */
async function settle(
  session: Session,
  ours: string,
  theirs: string,
  conflicts: readonly string[],
  name: string,
): Promise<void> {
  const { git, base } = session;
  const [root] = (await git.findMergeBase({ ...base, oids: [ours, theirs] })) as string[];
  const before: Side = root === undefined ? undefined : { commit: root };
  for (const change of await changesBetween(session, before, { commit: theirs })) {
    if (conflicts.includes(change.path)) continue;
    if (!(await session.lstat(change.path)) && change.after)
      await writeFile(session, change, { commit: theirs }, 'after');
    if (change.after) await git.add({ ...base, filepath: change.path });
    else {
      await writeFile(session, change, before, 'after');
      await git.remove({ ...base, filepath: change.path });
    }
  }
  for (const path of conflicts) {
    const text = await readText(session.sys, `${session.top}/${path}`);
    if (text === undefined) continue;
    const marked = text
      .replace(/^<<<<<<< .*$/gm, '<<<<<<< HEAD')
      .replace(/^>>>>>>> .*$/gm, `>>>>>>> ${name}`);
    await writeBytes(session.sys, `${session.top}/${path}`, marked);
  }
}

async function sumOf(session: Session, from: string, to: string): Promise<string> {
  const [left, right]: [Side, Side] = [{ commit: from }, { commit: to }];
  const compared = await compareFiles(session, await changesBetween(session, left, right), left, right);
  return compared.length === 0 ? '' : statOf(compared) + modesOf(compared);
}

async function abort(session: Session): Promise<number> {
  if ((await readText(session.sys, `${session.top}/.git/MERGE_HEAD`)) === undefined)
    fatal('There is no merge to abort (MERGE_HEAD missing).');
  const { reset } = await import('./checkout.ts');
  await reset(session, ['--hard', '-q']);
  return 0;
}

export async function stash(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'stash',
    args,
    'm=message: message: u=include-untracked include-untracked q=quiet quiet',
  );
  const [verb = 'push', which] = flags.words;
  const { git, base } = session;
  const tell = async (text: string) => {
    if (!flags.has('quiet')) await session.print(text);
  };
  const refIdx = Number(/(\d+)\}?$/.exec(which ?? '')?.[1] ?? 0);
  if (flags.has('include-untracked')) fatal('stash --include-untracked is not supported by Strata');
  const list = async () =>
    ((await git.stash({ ...base, op: 'list' }).catch(() => [])) as unknown as string[] | undefined) ?? [];
  switch (verb) {
    case 'push':
    case 'save': {
      const head = (await session.head()) ?? fatal('You do not have the initial commit yet');
      const changed = [
        ...(await changesBetween(session, { commit: head }, 'index')),
        ...(await changesBetween(session, 'index', 'files')),
      ];
      if (changed.length === 0) {
        await tell('No local changes to save\n');
        return 0;
      }
      const { commit } = await git.readCommit({ ...base, oid: head });
      const branch = (await session.branch()) ?? '(no branch)';
      const own = flags.value('message') ?? (verb === 'save' ? which : undefined);
      await withLocalAuthor(session, () =>
        git.stash({ ...base, op: 'push', ...(own === undefined ? {} : { message: `On ${branch}: ${own}` }) }),
      );
      const text =
        own === undefined
          ? `WIP on ${branch}: ${head.slice(0, 7)} ${commit.message.split('\n')[0]}`
          : `On ${branch}: ${own}`;
      await tell(`Saved working directory and index state ${text}\n`);
      return 0;
    }
    case 'list':
      // The library adds the commit behind a message of one's own.
      await session.print(
        (await list())
          .map((line) => `${line.replace(/^(stash@\{\d+\}: On .*): [0-9a-f]{7} .*$/, '$1')}\n`)
          .join(''),
      );
      return 0;
    case 'pop':
    case 'apply':
    case 'drop': {
      if ((await list()).length <= refIdx)
        throw new GitProblem(
          which === undefined ? 'No stash entries found.' : `error: ${which} is not a valid reference`,
          1,
        );
      const oid = await git.resolveRef({ ...base, ref: 'refs/stash' });
      await withLocalAuthor(session, () => git.stash({ ...base, op: verb, refIdx }));
      if (verb !== 'drop' && !flags.has('quiet')) {
        const { status } = await import('./status.ts');
        await status(session, []);
      }
      if (verb !== 'apply') await tell(`Dropped refs/stash@{${refIdx}} (${oid})\n`);
      return 0;
    }
    case 'clear':
      await git.stash({ ...base, op: 'clear' });
      return 0;
    default:
      throw new GitProblem(`fatal: git stash ${verb}: not supported by Strata`);
  }
}

/** The library asks only the repository's own configuration who works; what it is lent goes back. */
async function withLocalAuthor(session: Session, work: () => Promise<unknown>): Promise<void> {
  const { name, email } = await session.author();
  const lent: string[] = [];
  for (const [key, value] of [
    ['user.name', name],
    ['user.email', email],
  ] as const) {
    if ((await session.config.get(key, 'local')) !== undefined) continue;
    await session.config.set(key, value, 'local');
    lent.push(key);
  }
  try {
    await work();
  } finally {
    for (const key of lent) await session.config.set(key, undefined, 'local');
  }
}
