/** git status, in its long form and in the short one. */
import { changesBetween, renamesIn, type Side } from '../changes.ts';
import { detachedName } from '../moves.ts';
import { parseFlags } from '../options.ts';
import { fatal, GitProblem, readText, type Session } from '../session.ts';

interface State {
  /** Files with conflicts, of a merge that is going on. */
  readonly unmerged: readonly string[];
  /** By the letters of the short form: what is staged, and what is not; a rename as `old -> new`. */
  readonly staged: readonly (readonly [letter: string, path: string])[];
  readonly unstaged: readonly (readonly [letter: string, path: string])[];
  readonly untracked: readonly string[];
}

const WORDS: Readonly<Record<string, string>> = {
  A: 'new file:   ',
  M: 'modified:   ',
  D: 'deleted:    ',
  R: 'renamed:    ',
};

export async function readState(session: Session): Promise<State> {
  const matrix = await session.git.statusMatrix(session.base);
  const staged: [string, string][] = [];
  const unstaged: [string, string][] = [];
  const untracked: string[] = [];
  const tracked = matrix.filter(([, , , stage]) => stage !== 0).map(([path]) => path);
  for (const [path, head, work, stage] of matrix) {
    if (head === 0 && stage === 0) {
      if (work !== 0) untracked.push(path);
      continue;
    }
    if (head === 0) staged.push(['A', path]);
    else if (stage === 0) {
      staged.push(['D', path]);
      if (work !== 0) untracked.push(path);
      continue;
    } else if (stage !== 1) staged.push(['M', path]);
    if (work === 0) unstaged.push(['D', path]);
    // 3: what is staged is another version than the file's.
    else if (stage === 3 || (stage === 1 && work === 2)) unstaged.push(['M', path]);
  }
  await addModes(session, staged, unstaged);
  const unmerged = await conflictsIn(
    session,
    [...unstaged, ...staged].map(([, path]) => path),
  );
  const clear = (list: readonly [string, string][]) => list.filter(([, path]) => !unmerged.includes(path));
  return {
    unmerged,
    staged: await withRenames(session, clear(staged)),
    unstaged: clear(unstaged),
    untracked: collapsed(untracked, tracked),
  };
}

/** Files of which only the mode changed: the library's matrix looks at contents. */
async function addModes(
  session: Session,
  staged: [string, string][],
  unstaged: [string, string][],
): Promise<void> {
  const head = await session.head();
  if (!head || (await session.config.get('core.filemode')) === 'false') return;
  const add = async (list: [string, string][], left: Side, right: Side) => {
    for (const { path, before, after } of await changesBetween(session, left, right))
      if (before && after && before.oid === after.oid && !list.some((each) => each[1] === path))
        list.push(['M', path]);
    list.sort(([, a], [, b]) => (a < b ? -1 : 1));
  };
  await add(staged, { commit: head }, 'index');
  await add(unstaged, 'index', 'files');
}

/** While a merge goes on, files that still have its marks: the library's matrix does not tell them. */
async function conflictsIn(session: Session, paths: readonly string[]): Promise<string[]> {
  if ((await readText(session.sys, `${session.top}/.git/MERGE_HEAD`)) === undefined) return [];
  const found: string[] = [];
  for (const path of new Set(paths)) {
    const text = await readText(session.sys, `${session.top}/${path}`);
    if (text !== undefined && /^<<<<<<< /m.test(text) && /^>>>>>>> /m.test(text)) found.push(path);
  }
  return found;
}

/** Ends what cannot be done while files have conflicts, and names those. */
export async function refuse(session: Session, doing: string, unmerged: readonly string[]): Promise<never> {
  await session.printError(
    `error: ${doing} is not possible because you have unmerged files.\nhint: Fix them up in the work tree, and then use 'git add/rm <file>'\nhint: as appropriate to mark resolution and make a commit.\nfatal: Exiting because of an unresolved conflict.\n`,
  );
  await session.print(unmerged.map((path) => `U\t${path}\n`).join(''));
  throw new GitProblem('');
}

/** A file that went and one that came with the same contents are one that moved. */
async function withRenames(
  session: Session,
  staged: readonly [string, string][],
): Promise<[string, string][]> {
  const head = await session.head();
  if (!head || !staged.some(([letter]) => letter === 'D') || !staged.some(([letter]) => letter === 'A'))
    return [...staged];
  const changes = await changesBetween(session, { commit: head }, 'index');
  const renames = renamesIn(changes);
  const gone = new Set(renames.map(({ from }) => from));
  return staged
    .filter(([letter, path]) => letter !== 'D' || !gone.has(path))
    .map(([letter, path]) => {
      const rename = letter === 'A' ? renames.find(({ to }) => to === path) : undefined;
      return rename ? ['R', `${rename.from} -> ${path}`] : [letter, path];
    });
}

/** Untracked folders stand for what is in them. */
function collapsed(untracked: readonly string[], tracked: readonly string[]): string[] {
  const known = new Set<string>();
  for (const file of tracked)
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1))
      known.add(file.slice(0, at));
  const shown = untracked.map((file) => {
    const parts = file.split('/');
    for (let i = 1; i < parts.length; i++) {
      const folder = parts.slice(0, i).join('/');
      if (!known.has(folder)) return `${folder}/`;
    }
    return file;
  });
  return [...new Set(shown)].sort();
}

export async function status(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('status', args, 's=short short porcelain? b=branch branch long');
  const version = flags.value('porcelain') ?? '';
  if (!/^(?:v?1)?$/.test(version)) fatal(`--porcelain=${version} is not supported by Strata`);
  const state = await readState(session);
  if (flags.has('short') || flags.has('porcelain')) {
    // The porcelain's paths are from the top.
    const path = flags.has('porcelain') ? (name: string) => name : (name: string) => session.shown(name);
    await short(session, state, flags.has('branch'), path);
  } else await long(session, state);
  return 0;
}

async function short(
  session: Session,
  { staged, unstaged, untracked, unmerged }: State,
  withBranch: boolean,
  shown: (path: string) => string,
): Promise<void> {
  if (withBranch) {
    const branch = await session.branch();
    const head = await session.head();
    await session.print(
      `## ${branch === undefined ? 'HEAD (no branch)' : head ? branch : `No commits yet on ${branch}`}\n`,
    );
  }
  const rows = new Map<string, [string, string]>();
  for (const path of unmerged) rows.set(path, ['U', 'U']);
  for (const [letter, path] of staged) rows.set(path, [letter, ' ']);
  for (const [letter, path] of unstaged) rows.set(path, [rows.get(path)?.[0] ?? ' ', letter]);
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  await session.print(
    sorted.map(([path, [x, y]]) => `${x}${y} ${shown(path)}\n`).join('') +
      untracked.map((path) => `?? ${shown(path)}\n`).join(''),
  );
}

async function long(session: Session, state: State): Promise<void> {
  await session.print(await longStatus(session, state));
}

/** The long form; also what `git commit` says where there is nothing to commit. */
export async function longStatus(
  session: Session,
  { staged, unstaged, untracked, unmerged }: State,
): Promise<string> {
  const paint = session.painter();
  const branch = await session.branch();
  const head = await session.head();
  let out =
    branch === undefined
      ? `${paint('31', 'HEAD detached at ')}${await detachedName(session, head ?? '')}\n`
      : `On branch ${branch}\n`;
  if (branch && head) out += await upstreamLine(session, branch, head);
  if (!head) out += '\nNo commits yet\n\n';
  const merging = (await readText(session.sys, `${session.top}/.git/MERGE_HEAD`)) !== undefined;
  if (unmerged.length > 0)
    out +=
      'You have unmerged paths.\n  (fix conflicts and run "git commit")\n  (use "git merge --abort" to abort the merge)\n\n';
  else if (merging)
    out += 'All conflicts fixed but you are still merging.\n  (use "git commit" to conclude merge)\n\n';
  const unstage = head
    ? '(use "git restore --staged <file>..." to unstage)'
    : '(use "git rm --cached <file>..." to unstage)';
  const rows = (list: readonly (readonly [string, string])[], colour: string) =>
    list.map(([letter, path]) => `\t${paint(colour, WORDS[letter]! + session.shown(path))}\n`).join('');
  // While merging, what is staged is what the merge brings.
  if (staged.length > 0)
    out += `Changes to be committed:\n${merging ? '' : `  ${unstage}\n`}${rows(staged, '32')}\n`;
  if (unmerged.length > 0) {
    const marked = unmerged.map((path) => `\t${paint('31', `both modified:   ${session.shown(path)}`)}\n`);
    out += `Unmerged paths:\n  (use "git add <file>..." to mark resolution)\n${marked.join('')}\n`;
  }
  if (unstaged.length > 0) {
    const gone = unstaged.some(([letter]) => letter === 'D');
    out += `Changes not staged for commit:\n  (use "git add${gone ? '/rm' : ''} <file>..." to update what will be committed)\n`;
    out += `  (use "git restore <file>..." to discard changes in working directory)\n${rows(unstaged, '31')}\n`;
  }
  if (untracked.length > 0) {
    out += 'Untracked files:\n  (use "git add <file>..." to include in what will be committed)\n';
    out += `${untracked.map((path) => `\t${paint('31', session.shown(path))}\n`).join('')}\n`;
  }
  if (staged.length > 0) return out;
  if (unstaged.length > 0 || unmerged.length > 0)
    return `${out}no changes added to commit (use "git add" and/or "git commit -a")\n`;
  if (untracked.length > 0)
    return `${out}nothing added to commit but untracked files present (use "git add" to track)\n`;
  return `${out}${head ? 'nothing to commit, working tree clean' : 'nothing to commit (create/copy files and use "git add" to track)'}\n`;
}

/** How a branch stands to the one that it follows. */
async function upstreamLine(session: Session, branch: string, head: string): Promise<string> {
  const remote = await session.config.get(`branch.${branch}.remote`, 'local');
  const merge = await session.config.get(`branch.${branch}.merge`, 'local');
  if (!remote || !merge) return '';
  const name = `${remote}/${merge.replace('refs/heads/', '')}`;
  const there = await session.git
    .resolveRef({ ...session.base, ref: `refs/remotes/${name}` })
    .catch(() => undefined);
  if (!there) return '';
  if (there === head) return `Your branch is up to date with '${name}'.\n\n`;
  const [ahead, behind] = await distances(session, head, there);
  const commits = (count: number) => `${count} commit${count === 1 ? '' : 's'}`;
  if (behind === 0)
    return `Your branch is ahead of '${name}' by ${commits(ahead)}.\n  (use "git push" to publish your local commits)\n\n`;
  if (ahead === 0)
    return `Your branch is behind '${name}' by ${commits(behind)}, and can be fast-forwarded.\n  (use "git pull" to update your local branch)\n\n`;
  return `Your branch and '${name}' have diverged,\nand have ${ahead} and ${behind} different commits each, respectively.\n  (use "git pull" if you want to integrate the remote branch with yours)\n\n`;
}

async function distances(session: Session, ours: string, theirs: string): Promise<[number, number]> {
  const [a, b] = (await Promise.all(
    [ours, theirs].map(
      async (ref) => new Set((await session.git.log({ ...session.base, ref })).map(({ oid }) => oid)),
    ),
  )) as [Set<string>, Set<string>];
  return [[...a].filter((oid) => !b.has(oid)).length, [...b].filter((oid) => !a.has(oid)).length];
}
