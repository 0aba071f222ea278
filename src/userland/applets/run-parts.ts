/** run-parts: runs the programs of a folder one after the other. */
import { errnoOf, isFile, X_OK } from '../../posix/index.ts';
import { statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { runProgram } from '../launch.ts';
import { parseOptions } from '../options.ts';
import { joinPath } from '../paths.ts';

const LONG = { arg: 'a', umask: 'u', test: 't', 'exit-on-error': 'e', reverse: 'r', list: 'l' };

export const main = applet({
  usage: '[-a ARG]... [-u UMASK] [--reverse] [--test] [--exit-on-error] [--list] DIRECTORY',
  about: 'Run a bunch of scripts in DIRECTORY',
  async run(io) {
    const options = parseOptions(io, 'a:u:', { min: 1, max: 1, long: LONG });
    const umask = options.value('u');
    if (umask !== undefined) {
      if (!/^[0-7]{1,4}$/.test(umask)) io.die(`invalid number '${umask}'`);
      io.sys.umask(Number.parseInt(umask, 8));
    }
    const paths = await partsOf(io, options.operands[0]!, options.has('l'));
    if (options.has('r')) paths.reverse();
    let status = 0;
    for (const path of paths) {
      if (options.has('t') || options.has('l')) {
        io.print(`${path}\n`);
        continue;
      }
      await io.flush();
      const code = await runPart(io, [path, ...options.values('a')]);
      if (code === 0) continue;
      status = 1;
      if (options.has('e')) break;
    }
    return status;
  },
});

/** Names of letters, digits, `_`, `-` and, not first, `.`; those that can be executed, or all. */
async function partsOf(io: Io, directory: string, all: boolean): Promise<string[]> {
  const paths: string[] = [];
  try {
    const entries = await io.sys.readdir(directory);
    for (const name of entries.map((entry) => entry.name).sort()) {
      const path = joinPath(directory, name);
      if (/^[\w-][\w.-]*$/.test(name) && (await isPart(io, path, all))) paths.push(path);
    }
  } catch (error) {
    // A folder that is not there has no parts.
    io.warnErrno(directory, error);
  }
  return paths;
}

async function isPart(io: Io, path: string, all: boolean): Promise<boolean> {
  const stat = await statOf(io.sys, path);
  if (!stat || !isFile(stat.mode)) return false;
  if (all) return true;
  try {
    await io.sys.access(path, X_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

async function runPart(io: Io, argv: readonly string[]): Promise<number> {
  try {
    const code = await runProgram(io.sys, argv);
    if (code !== 0) io.warn(`${argv[0]}: exit status ${code}`);
    return code;
  } catch (error) {
    io.warnErrno(`can't execute '${argv[0]}'`, error);
    return 1;
  }
}
