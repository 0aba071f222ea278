/** git commit */
import { exitCodeOf, X_OK } from '../../../../posix/index.ts';
import { changesBetween, renamesIn, type Side } from '../changes.ts';
import { writeBytes } from '../files.ts';
import { parseFlags } from '../options.ts';
import { compareFiles, modesOf, renameText, summaryOf } from '../patch.ts';
import { GitProblem, readText, type Session } from '../session.ts';
import { add } from './add.ts';
import { longStatus, readState, refuse } from './status.ts';

export async function commit(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'commit',
    args,
    'm=message: message: F=file: file: a=all all amend allow-empty no-edit q=quiet quiet allow-empty-message author:',
  );
  if (flags.has('all')) await add(session, ['-u']);
  const head = await session.head();
  const amend = flags.has('amend');
  if (amend && !head) throw new GitProblem('fatal: You have nothing to amend.');
  const last =
    head === undefined ? undefined : (await session.git.readCommit({ ...session.base, oid: head })).commit;
  const parent = amend ? last!.parent[0] : head;
  const before: Side = parent === undefined ? undefined : { commit: parent };
  const merging = await readText(session.sys, `${session.top}/.git/MERGE_HEAD`);
  if (merging !== undefined) {
    if (amend) throw new GitProblem('fatal: You are in the middle of a merge -- cannot amend.');
    await refuseConflicts(session);
  }
  const staged = await changesBetween(session, before, 'index');
  if (staged.length === 0 && !flags.has('allow-empty') && !amend && !merging) {
    await session.print(await longStatus(session, await readState(session)));
    return 1;
  }
  const author = await session.author();
  const message = await messageFor(session, flags, amend ? last!.message : undefined);
  if (message === '' && !flags.has('allow-empty-message')) {
    throw new GitProblem('Aborting commit due to empty commit message.', 1);
  }
  const named = /^(.*?)\s*<([^>]*)>$/.exec(flags.value('author') ?? '');
  const oid = await session.git.commit({
    ...session.base,
    message,
    author: named ? { ...author, name: named[1]!, email: named[2]! } : amend ? last!.author : author,
    committer: author,
    ...(amend ? { amend: true } : {}),
    ...(merging && head ? { parent: [head, merging.trim()] } : {}),
  });
  if (merging) await session.endMerge();
  if (flags.has('quiet')) return 0;
  // Of a merge nothing is summed up.
  const renames = merging ? [] : renamesIn(staged);
  const moved = new Set(renames.flatMap(({ from, to }) => [from, to]));
  const rest = merging ? [] : staged.filter(({ path }) => !moved.has(path));
  const compared = await compareFiles(session, rest, before, 'index');
  const branch = (await session.branch()) ?? 'detached HEAD';
  const root = parent === undefined ? ' (root-commit)' : '';
  const date = amend ? await amendedDate(session, oid) : '';
  await session.print(
    `[${branch}${root} ${oid.slice(0, 7)}] ${message.split('\n')[0]}\n${date}${summaryOf(compared, renames.length)}${modesOf(compared)}${renames.map(renameText).join('')}`,
  );
  return 0;
}

async function refuseConflicts(session: Session): Promise<void> {
  const { unmerged } = await readState(session);
  if (unmerged.length > 0) await refuse(session, 'Committing', unmerged);
}

async function amendedDate(session: Session, oid: string): Promise<string> {
  const { dateOf } = await import('./log.ts');
  const { commit } = await session.git.readCommit({ ...session.base, oid });
  return ` Date: ${dateOf(commit.author)}\n`;
}

async function messageFor(
  session: Session,
  flags: ReturnType<typeof parseFlags>,
  before: string | undefined,
): Promise<string> {
  const given = flags.values('message');
  if (given.length > 0) return cleaned(given.join('\n\n'));
  const file = flags.value('file');
  if (file !== undefined) {
    const text = await readText(session.sys, file === '-' ? '/dev/stdin' : file);
    if (text === undefined)
      throw new GitProblem(`fatal: could not read log file '${file}': No such file or directory`);
    return cleaned(text);
  }
  const prepared = before ?? (await readText(session.sys, `${session.top}/.git/MERGE_MSG`));
  if (flags.has('no-edit') && prepared !== undefined) return prepared;
  return cleaned(await edited(session, prepared ?? ''));
}

/** Without comments and blank lines at its ends; one newline behind it. */
function cleaned(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trimEnd());
  const body = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return body === '' ? '' : `${body}\n`;
}

/** Lets an editor write the message. */
async function edited(session: Session, before: string): Promise<string> {
  const { sys } = session;
  const path = `${session.top}/.git/COMMIT_EDITMSG`;
  const state = (await longStatus(session, await readState(session))).replace(/\x1b\[\d*m/g, '');
  const help = `\n# Please enter the commit message for your changes. Lines starting\n# with '#' will be ignored, and an empty message aborts the commit.\n#\n${state
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')}\n#\n`;
  await writeBytes(sys, path, before + help);
  const editor =
    sys.env['GIT_EDITOR'] ??
    (await session.config.get('core.editor')) ??
    sys.env['VISUAL'] ??
    sys.env['EDITOR'] ??
    'nano';
  if (!sys.isatty(0))
    throw new GitProblem(
      'error: Terminal is dumb, but EDITOR unset\nPlease supply the message using either -m or -F option.',
      1,
    );
  await sys.access('/bin/sh', X_OK);
  const pid = await sys.spawn('/bin/sh', ['sh', '-c', `${editor} "$1"`, 'sh', path]);
  const result = await sys.wait(pid);
  if (!result || exitCodeOf(result.status) !== 0)
    throw new GitProblem(
      `error: There was a problem with the editor '${editor}'.\nPlease supply the message using either -m or -F option.`,
      1,
    );
  return (await readText(sys, path)) ?? '';
}
