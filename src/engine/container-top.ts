/**
 * `docker top`: the container's processes as `ps -ef` prints them. PIDs are the container's own,
 * since there is no host whose processes they would be.
 */
import { codeOf } from '../base/index.ts';
import type { ProcessInfo } from '../kernel/index.ts';
import { liveOf } from './container-live.ts';
import { demandRunning, findContainer, logContainer } from './containers.ts';
import type { TopResult } from './docker-types.ts';
import { conflict, failure, notImplemented } from './failure.ts';
import type { Engine } from './types.ts';

const COLUMNS: Record<
  string,
  readonly [title: string, value: (process: ProcessInfo, now: number) => string]
> = {
  uid: ['UID', (process) => userOf(process.uid)],
  user: ['USER', (process) => userOf(process.uid)],
  pid: ['PID', (process) => String(process.pid)],
  ppid: ['PPID', (process) => String(process.ppid)],
  pgid: ['PGID', (process) => String(process.pgid)],
  sid: ['SID', (process) => String(process.sid)],
  c: [
    'C',
    (process, now) =>
      String(Math.min(99, Math.floor((process.cpu * 100) / Math.max(1, now - process.started)))),
  ],
  stime: ['STIME', (process) => new Date(process.started).toISOString().slice(11, 16)],
  tty: ['TTY', (process) => process.tty ?? '?'],
  time: ['TIME', (process) => clock(process.cpu)],
  stat: ['STAT', (process) => process.state],
  comm: ['COMMAND', (process) => process.comm],
  cmd: ['CMD', (process) => process.argv.join(' ')],
  args: ['COMMAND', (process) => process.argv.join(' ')],
};

const FULL = ['uid', 'pid', 'ppid', 'c', 'stime', 'tty', 'time', 'cmd'];

export async function topContainer(engine: Engine, name: string, psArgs: string): Promise<TopResult> {
  const record = findContainer(engine, name);
  demandRunning(record);
  const columns = columnsOf(psArgs);
  const run = liveOf(engine, record.id).run;
  if (!run) throw conflict(`container ${record.id} is not running`);
  const processes = await run.sandbox.processes().catch((error: unknown) => {
    // It ended at this moment.
    throw codeOf(error) === 'ESANDBOX' ? conflict(`container ${record.id} is not running`) : error;
  });
  const now = engine.host.clock.now();
  logContainer(engine, record, 'top');
  return {
    Titles: columns.map((column) => COLUMNS[column]![0]),
    Processes: processes.map((process) => columns.map((column) => COLUMNS[column]![1](process, now))),
  };
}

/** `-ef` and `-o a,b`; others would need the host's ps. */
function columnsOf(psArgs: string): readonly string[] {
  const args = psArgs.trim();
  if (args === '' || args === '-ef') return FULL;
  const chosen = /^(?:-?e?o|-eo|-o)\s*([\w,]+)$/.exec(args)?.[1]?.split(',');
  if (!chosen) throw notImplemented(`ps ${args}: only -ef and -o COLUMN,… are supported by Strata`);
  for (const column of chosen) {
    if (!Object.hasOwn(COLUMNS, column)) {
      throw failure('ESYSTEM', `ps: unknown user-defined format specifier "${column}"`);
    }
  }
  if (!chosen.includes('pid')) throw failure('ESYSTEM', "Couldn't find PID field in ps output");
  return chosen;
}

function userOf(uid: number): string {
  return uid === 0 ? 'root' : String(uid);
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}
