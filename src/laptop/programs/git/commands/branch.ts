/** git branch and git tag */

import { compilePattern } from '../../../../posix/index.ts';
import { detachedName } from '../moves.ts';
import { type Parsed, parseFlags } from '../options.ts';
import { fatal, GitProblem, type Session } from '../session.ts';

const NAME = /^(?!-|.*(?:\.\.|@\{|[\x00-\x20~^:?*[\\]|\/\/|\.lock$|[/.]$))[^/].*$/;

export async function branch(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'branch',
    args,
    'd=delete delete D=force-delete force-delete m=move move a=all all r=remotes remotes v=verbose verbose show-current list f=force force q=quiet quiet',
  );
  const { git, base } = session;
  const current = await session.branch();
  if (flags.has('show-current')) {
    await session.print(current === undefined ? '' : `${current}\n`);
    return 0;
  }
  if (flags.has('delete') || flags.has('force-delete')) return remove(session, flags);
  const [name, other] = flags.words;
  if (flags.has('move')) {
    const [from, to] = other === undefined ? [current, name] : [name, other];
    if (from === undefined || to === undefined) return fatal('branch name required');
    await git.renameBranch({ ...base, oldref: from, ref: to, checkout: from === current });
    return 0;
  }
  if (name !== undefined && !flags.has('list')) {
    await checkNewBranch(session, name, flags.has('force'));
    const object = await session
      .commit(other ?? 'HEAD')
      .catch(() => fatal(`not a valid object name: '${other ?? current}'`));
    await git.branch({ ...base, ref: name, object, force: flags.has('force') });
    return 0;
  }
  await list(session, current, {
    all: flags.has('all'),
    remotes: flags.has('remotes'),
    verbose: flags.has('verbose'),
    fits: fitting(flags.words),
  });
  return 0;
}

/** Whether a branch that is to be made is there already. @throws GitProblem where it may not be, or its name is none */
export async function checkNewBranch({ git, base }: Session, name: string, again: boolean): Promise<boolean> {
  if (!NAME.test(name)) fatal(`'${name}' is not a valid branch name`);
  const isThere = (await git.listBranches(base)).includes(name);
  if (isThere && !again) fatal(`a branch named '${name}' already exists`);
  return isThere;
}

/** Whether a name fits one of some patterns; where there is none each does. */
function fitting(patterns: readonly string[]): (name: string) => boolean {
  const rules = patterns.map((pattern) => compilePattern(pattern));
  return (name) => rules.length === 0 || rules.some((rule) => rule.matches(name));
}

async function list(
  session: Session,
  current: string | undefined,
  how: {
    readonly all: boolean;
    readonly remotes: boolean;
    readonly verbose: boolean;
    readonly fits: (name: string) => boolean;
  },
): Promise<void> {
  const { git, base } = session;
  const paint = session.painter();
  const rows: { mark: string; name: string; ref: string; colour: string | undefined }[] = [];
  if (!how.remotes) {
    const head = await session.head();
    if (current === undefined && head)
      rows.push({
        mark: '*',
        name: `(HEAD detached at ${await detachedName(session, head)})`,
        ref: 'HEAD',
        colour: '32',
      });
    for (const name of (await git.listBranches(base)).sort().filter(how.fits))
      rows.push({
        mark: name === current ? '*' : ' ',
        name,
        ref: name,
        colour: name === current ? '32' : undefined,
      });
  }
  if (how.all || how.remotes) {
    for (const { remote } of await git.listRemotes(base)) {
      for (const name of (await git.listBranches({ ...base, remote })).sort()) {
        if (!how.fits(`${remote}/${name}`)) continue;
        rows.push({
          mark: ' ',
          name: `${how.all ? 'remotes/' : ''}${remote}/${name}`,
          ref: `refs/remotes/${remote}/${name}`,
          colour: '31',
        });
      }
    }
  }
  const width = Math.max(0, ...rows.map(({ name }) => name.length));
  for (const { mark, name, ref, colour } of rows) {
    const shown = colour ? paint(colour, name) : name;
    let details = '';
    if (how.verbose) {
      const oid = await session.commit(ref);
      const { commit } = await git.readCommit({ ...base, oid });
      details = `${' '.repeat(width - name.length)} ${oid.slice(0, 7)} ${commit.message.split('\n')[0]}`;
    }
    await session.print(`${mark} ${shown}${details}\n`);
  }
}

async function remove(session: Session, flags: Parsed): Promise<number> {
  const { words: names } = flags;
  const force = flags.has('force') || flags.has('force-delete');
  const { git, base } = session;
  if (names.length === 0) fatal('branch name required');
  let status = 0;
  for (const name of names) {
    const problem = await whyKept(session, name, force);
    if (problem !== undefined) {
      await session.printError(`error: ${problem}\n`);
      status = 1;
      continue;
    }
    const oid = await session.commit(name);
    await git.deleteBranch({ ...base, ref: name });
    if (!flags.has('quiet')) await session.print(`Deleted branch ${name} (was ${oid.slice(0, 7)}).\n`);
  }
  return status;
}

/** Why a branch is not deleted. */
async function whyKept(session: Session, name: string, force: boolean): Promise<string | undefined> {
  const { git, base } = session;
  if (!(await git.listBranches(base)).includes(name)) return `branch '${name}' not found.`;
  if (name === (await session.branch()))
    return `Cannot delete branch '${name}' checked out at '${session.top}'`;
  if (force) return undefined;
  const ancestor = await session.commit(name);
  const oid = await session.commit('HEAD');
  if (oid === ancestor || (await git.isDescendent({ ...base, oid, ancestor }))) return undefined;
  return `The branch '${name}' is not fully merged.\nIf you are sure you want to delete it, run 'git branch -D ${name}'.`;
}

export async function tag(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'tag',
    args,
    'd=delete delete a=annotate annotate m=message: message: l=list list f=force force n',
  );
  const { git, base } = session;
  if (flags.has('delete')) {
    for (const name of flags.words) {
      const oid = await git.resolveRef({ ...base, ref: `refs/tags/${name}` }).catch(() => undefined);
      if (!oid) throw new GitProblem(`error: tag '${name}' not found.`, 1);
      await git.deleteTag({ ...base, ref: name });
      await session.print(`Deleted tag '${name}' (was ${oid.slice(0, 7)})\n`);
    }
    return 0;
  }
  const [name, target = 'HEAD'] = flags.words;
  if (name === undefined || flags.has('list') || flags.has('n')) {
    for (const each of (await git.listTags(base)).sort().filter(fitting(flags.words)))
      await session.print(
        flags.has('n') ? `${each.padEnd(15)} ${await subjectOf(session, each)}\n` : `${each}\n`,
      );
    return 0;
  }
  if (!NAME.test(name)) fatal(`'${name}' is not a valid tag name.`);
  if ((await git.listTags(base)).includes(name) && !flags.has('force')) fatal(`tag '${name}' already exists`);
  const object = await session
    .commit(target)
    .catch(() => fatal(`Failed to resolve '${target}' as a valid ref.`));
  const message = flags.value('message');
  if (message === undefined) {
    if (flags.has('annotate')) throw new GitProblem('fatal: no tag message?');
    await git.tag({ ...base, ref: name, object, force: flags.has('force') });
  } else
    await git.annotatedTag({
      ...base,
      ref: name,
      object,
      message,
      tagger: await session.author(),
      force: flags.has('force'),
    });
  return 0;
}

/** The first line of what a tag says; one without words of its own shows its commit's. */
async function subjectOf({ git, base }: Session, tag: string): Promise<string> {
  const oid = await git.resolveRef({ ...base, ref: `refs/tags/${tag}` });
  const { object } = await git.readObject({ ...base, oid, format: 'parsed' });
  const { message } = object as { readonly message?: string };
  return message?.split('\n')[0] ?? '';
}
