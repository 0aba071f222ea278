/** git diff */
import { changesBetween, type Side } from '../changes.ts';
import { parseFlags } from '../options.ts';
import { added, compareFiles, deleted, patchOf, statOf, summaryOf } from '../patch.ts';
import { GitProblem, type Session } from '../session.ts';

export async function diff(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'diff',
    args,
    'cached staged=cached stat shortstat numstat name-only name-status quiet exit-code no-color color? p=patch u=patch patch',
  );
  const { sides, paths } = await readSides(session, flags.words, flags.paths, flags.has('cached'));
  const [left, right] = sides;
  const wanted = paths.map((path) => session.inTree(path));
  const changes = (await changesBetween(session, left, right)).filter(({ path }) => isWanted(path, wanted));
  if (flags.has('quiet')) return changes.length > 0 ? 1 : 0;
  const shown = changes.map(({ path, before, after }) => [!before ? 'A' : !after ? 'D' : 'M', path] as const);
  if (flags.has('name-only')) await session.print(shown.map(([, path]) => `${path}\n`).join(''));
  else if (flags.has('name-status'))
    await session.print(shown.map(([letter, path]) => `${letter}\t${path}\n`).join(''));
  else {
    const compared = await compareFiles(session, changes, left, right);
    const patches = async () => {
      const paint = session.painter(flags);
      for (const each of compared) await session.print(patchOf(each, paint));
    };
    if (flags.has('stat')) {
      await session.print(compared.length ? statOf(compared) : '');
      if (flags.has('patch') && compared.length > 0) {
        await session.print('\n');
        await patches();
      }
    } else if (flags.has('shortstat')) await session.print(summaryOf(compared));
    else if (flags.has('numstat'))
      await session.print(
        compared.map((each) => `${added(each)}\t${deleted(each)}\t${each.change.path}\n`).join(''),
      );
    else await patches();
  }
  return flags.has('exit-code') && changes.length > 0 ? 1 : 0;
}

export function isWanted(path: string, wanted: readonly string[]): boolean {
  return (
    wanted.length === 0 || wanted.some((each) => each === '' || path === each || path.startsWith(`${each}/`))
  );
}

async function readSides(
  session: Session,
  words: readonly string[],
  behind: readonly string[] | undefined,
  cached: boolean,
): Promise<{ sides: [Side, Side]; paths: readonly string[] }> {
  const commits: string[] = [];
  const paths = [...(behind ?? [])];
  let pathsBegan = false;
  for (const word of words) {
    const range = /^(.*?)\.\.\.?(.*)$/.exec(word);
    if (range) {
      commits.push(await session.commit(range[1] || 'HEAD'), await session.commit(range[2] || 'HEAD'));
      continue;
    }
    const oid = pathsBegan
      ? undefined
      : await session.commit(word).catch((error: unknown) => {
          if (error instanceof GitProblem && behind === undefined) return undefined;
          throw error;
        });
    if (oid) commits.push(oid);
    else {
      if (!(await session.lstat(session.inTree(word)))) await session.commit(word);
      pathsBegan = true;
      paths.push(word);
    }
  }
  const [first, second] = commits;
  if (cached) {
    const base = first ?? (await session.head());
    return { sides: [base === undefined ? undefined : { commit: base }, 'index'], paths };
  }
  if (first === undefined) return { sides: ['index', 'files'], paths };
  return { sides: [{ commit: first }, second === undefined ? 'files' : { commit: second }], paths };
}
