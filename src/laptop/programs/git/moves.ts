/**
 * Where HEAD was: `.git/logs/HEAD` as git keeps it, of checkouts only. That is what `-` and
 * "HEAD detached at NAME" are read from (gitrevisions(7), `@{-1}`).
 */
import { writeBytes } from './files.ts';
import { readText, type Session } from './session.ts';

const ZERO = '0'.repeat(40);

/** What HEAD is now, as the log names it: a branch, or a commit. */
export async function place(session: Session): Promise<string | undefined> {
  return (await session.branch()) ?? (await session.head());
}

/** Notes that HEAD went from one place to another. */
export async function noteMove(
  session: Session,
  from: { readonly place: string | undefined; readonly oid: string | undefined },
  to: string,
): Promise<void> {
  const oid = await session.head();
  // On a branch without commits git notes nothing either.
  if (oid === undefined || from.place === undefined) return;
  const { sys, config, top } = session;
  const [name, email] = [(await config.get('user.name')) ?? '', (await config.get('user.email')) ?? ''];
  const now = Math.floor(sys.now() / 1000);
  await ensureFolder(session, `${top}/.git/logs`);
  const log = `${top}/.git/logs/HEAD`;
  const line = `${from.oid ?? ZERO} ${oid} ${name} <${email}> ${now} +0000\tcheckout: moving from ${from.place} to ${to}\n`;
  await writeBytes(sys, log, ((await readText(sys, log)) ?? '') + line);
}

async function ensureFolder({ sys }: Session, path: string): Promise<void> {
  const there = await (async () => sys.stat(path))().catch(() => undefined);
  if (!there) await sys.mkdir(path, 0o777);
}

/** The last checkout: where it came from, and what it was told to go to. */
async function lastMove(
  session: Session,
): Promise<{ readonly from: string; readonly to: string; readonly oid: string } | undefined> {
  const log = (await readText(session.sys, `${session.top}/.git/logs/HEAD`)) ?? '';
  const found = [...log.matchAll(/^\S+ (\S+) .*\tcheckout: moving from (\S+) to (\S+)$/gm)].at(-1);
  return found && { oid: found[1]!, from: found[2]!, to: found[3]! };
}

/** A name of a command line, where `-` means what was left last. */
export async function named(session: Session, name: string, otherwise = name): Promise<string> {
  return name === '-' ? ((await lastMove(session))?.from ?? otherwise) : name;
}

/** How a HEAD without a branch is called: by the tag or the remote's branch that it was sent to. */
export async function detachedName(session: Session, head: string): Promise<string> {
  const last = await lastMove(session);
  if (last?.oid !== head) return head.slice(0, 7);
  const ref = await session.git.expandRef({ ...session.base, ref: last.to }).catch(() => undefined);
  return ref?.startsWith('refs/') ? last.to : head.slice(0, 7);
}
