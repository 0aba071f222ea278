/** git add, rm and mv: what the index holds. */
import { isDir } from '../../../../posix/index.ts';
import { changesBetween, type Side, statesOf } from '../changes.ts';
import { parseFlags } from '../options.ts';
import { GitProblem, type Session } from '../session.ts';
import { removeFile } from '../tree.ts';
import { isWanted } from './diff.ts';

const REFUSED = `The following paths are ignored by one of your .gitignore files:`;

export async function add(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'add',
    args,
    'A=all all u=update update v=verbose verbose n=dry-run dry-run f=force force',
  );
  const words = [...flags.words, ...(flags.paths ?? [])];
  if (words.length === 0 && !flags.has('all') && !flags.has('update')) {
    await session.printError(
      'Nothing specified, nothing added.\nhint: Maybe you wanted to say \'git add .\'?\nhint: Turn this message off by running\nhint: "git config advice.addEmptyPathspec false"\n',
    );
    return 0;
  }
  const wanted = (words.length > 0 ? words : [session.top]).map((path) => session.inTree(path));
  const matrix = await session.git.statusMatrix({ ...session.base, ignored: flags.has('force') });
  for (const [i, path] of wanted.entries()) {
    if (path === '' || matrix.some(([file]) => isWanted(file, [path]))) continue;
    const stat = await session.lstat(path);
    if (stat && isDir(stat.mode)) continue;
    if (!stat) throw new GitProblem(`fatal: pathspec '${words[i]}' did not match any files`);
    throw new GitProblem(
      `${REFUSED}\n${path}\nhint: Use -f if you really want to add them.\nhint: Turn this message off by running\nhint: "git config advice.addIgnoredFile false"`,
      1,
    );
  }
  // The matrix does not tell a tracked file that has become executable, or no longer is.
  const changed = new Set((await changesBetween(session, 'index', 'files')).map(({ path }) => path));
  const fresh: string[] = [];
  for (const [path, , work, stage] of matrix) {
    if (!isWanted(path, wanted) || (flags.has('update') && stage === 0)) continue;
    if (work === stage && (stage === 0 || !changed.has(path))) continue;
    if (flags.has('verbose') || flags.has('dry-run'))
      await session.print(`${work === 0 ? 'remove' : 'add'} '${path}'\n`);
    if (flags.has('dry-run')) continue;
    if (work === 0) await session.git.remove({ ...session.base, filepath: path });
    else fresh.push(path);
  }
  // In one call, which writes the index once.
  if (fresh.length > 0)
    await session.git.add({ ...session.base, filepath: fresh, force: flags.has('force') });
  return 0;
}

export async function rm(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('rm', args, 'cached r=recursive recursive f=force force q=quiet quiet');
  const words = [...flags.words, ...(flags.paths ?? [])];
  if (words.length === 0) throw new GitProblem('fatal: No pathspec was given. Which files should I remove?');
  const tracked = await session.git.listFiles(session.base);
  const chosen = new Set<string>();
  for (const word of words) {
    const path = session.inTree(word);
    const found = tracked.filter((file) => isWanted(file, [path]));
    if (found.length === 0) throw new GitProblem(`fatal: pathspec '${word}' did not match any files`);
    if (!found.includes(path) && !flags.has('recursive'))
      throw new GitProblem(`fatal: not removing '${word}' recursively without -r`);
    for (const file of found) chosen.add(file);
  }
  if (!flags.has('force') && !flags.has('cached')) await refuseChanged(session, chosen);
  for (const file of [...chosen].sort()) {
    await session.git.remove({ ...session.base, filepath: file });
    if (!flags.has('cached')) await removeFile(session, file);
    if (!flags.has('quiet')) await session.print(`rm '${file}'\n`);
  }
  return 0;
}

async function refuseChanged(session: Session, chosen: ReadonlySet<string>): Promise<void> {
  const head = await session.head();
  const side: Side = head === undefined ? undefined : { commit: head };
  const staged = (await changesBetween(session, side, 'index')).filter(({ path }) => chosen.has(path));
  const changed = (await changesBetween(session, 'index', 'files')).filter(
    ({ path, after }) => after && chosen.has(path),
  );
  const list = (changes: readonly { readonly path: string }[]) =>
    changes.map(({ path }) => `    ${path}\n`).join('');
  const files = (changes: readonly unknown[]) => (changes.length === 1 ? 'file has' : 'files have');
  if (staged.length > 0)
    throw new GitProblem(
      `error: the following ${files(staged)} changes staged in the index:\n${list(staged)}(use --cached to keep the file, or -f to force removal)`,
      1,
    );
  if (changed.length > 0)
    throw new GitProblem(
      `error: the following ${files(changed)} local modifications:\n${list(changed)}(use --cached to keep the file, or -f to force removal)`,
      1,
    );
}

export async function mv(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('mv', args, 'f=force force v=verbose verbose');
  const words = [...flags.words, ...(flags.paths ?? [])];
  const to = words.pop();
  if (to === undefined || words.length === 0)
    throw new GitProblem('usage: git mv [<options>] <source>... <destination>', 129);
  const target = session.inTree(to);
  const stat = await session.lstat(target);
  const folder = stat !== undefined && isDir(stat.mode);
  if (words.length > 1 && !folder) throw new GitProblem(`fatal: destination '${to}' is not a directory`);
  const states = await statesOf(session, 'index');
  for (const word of words) {
    const from = session.inTree(word);
    const into = folder ? `${target ? `${target}/` : ''}${from.replace(/^.*\//, '')}` : target;
    const moved = [...states.keys()].filter((file) => isWanted(file, [from]));
    if (moved.length === 0) throw new GitProblem(`fatal: bad source, source=${from}, destination=${into}`);
    if (stat && !folder && !flags.has('force'))
      throw new GitProblem(`fatal: destination exists, source=${from}, destination=${into}`);
    await session.sys.rename(`${session.top}/${from}`, `${session.top}/${into}`);
    for (const file of moved) {
      await session.git.remove({ ...session.base, filepath: file });
      await session.git.add({ ...session.base, filepath: into + file.slice(from.length) });
    }
    if (flags.has('verbose')) await session.print(`Renaming ${from} to ${into}\n`);
  }
  return 0;
}
