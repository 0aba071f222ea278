/** What one run of dpkg shares: the database, settings, what failed, and the line about reading the database. */
import type { Io } from '../../io.ts';
import { type Database, openDatabase } from './database.ts';
import { PackageError } from './scripts.ts';
import { readSettings, type Settings } from './settings.ts';

export interface Session {
  readonly io: Io;
  readonly database: Database;
  readonly settings: Settings;
  /** `install`, `configure`, … as errors name what was asked for. */
  readonly action: string;
  /** What went wrong, by package or archive. */
  readonly failed: string[];
  /** Percentages, as on a terminal; apt gives dpkg one. */
  readonly progress: boolean;
  hasRead: boolean;
}

export async function openSession(io: Io, action: string, progress: boolean): Promise<Session> {
  const [database, settings] = [await openDatabase(io), await readSettings(io)];
  return { io, database, settings, action, failed: [], progress, hasRead: false };
}

const READING = '(Reading database ... ';

/** Reads the lists of files, and says so once. */
export async function readFiles(session: Session): Promise<void> {
  if (session.hasRead) return;
  session.hasRead = true;
  const { io, database, progress } = session;
  io.print(READING);
  const count = await database.countFiles();
  if (progress) for (let percent = 5; percent <= 100; percent += 5) io.print(`\r${READING}${percent}%`);
  io.print(
    `${progress ? `\r${READING}` : ''}${count} ${count === 1 ? 'file or directory' : 'files and directories'} currently installed.)\n`,
  );
}

/** Does something for one package; a failure is told, and the others go on. */
export async function attempt(
  session: Session,
  kind: 'package' | 'archive',
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    await session.io.flush();
    session.io.printError(
      `dpkg: error processing ${kind} ${name} (--${session.action}):\n ${error.message}\n`,
    );
    session.failed.push(name);
    return false;
  }
}

/** The lines at the end, and dpkg's status. */
export function summary({ io, failed }: Session): number {
  if (failed.length === 0) return 0;
  io.printError(`Errors were encountered while processing:\n${failed.map((name) => ` ${name}\n`).join('')}`);
  return 1;
}
