/** cp and install. */
import { isDir } from '../../posix/index.ts';
import { readAccounts } from '../accounts.ts';
import { type CopyRules, copyTree } from '../copy.ts';
import { makeDirectories, statOf } from '../files.ts';
import { applet, type Io } from '../io.ts';
import { applyMode } from '../modes.ts';
import { type Options, parseOptions } from '../options.ts';
import { baseName, dirName, joinPath } from '../paths.ts';
import { statIsDirectory } from './destination.ts';

const LONG = {
  archive: 'a',
  force: 'f',
  interactive: 'i',
  'no-clobber': 'n',
  link: 'l',
  dereference: 'L',
  'no-dereference': 'P',
  recursive: 'R',
  'symbolic-link': 's',
  'no-target-directory': 'T',
  'target-directory': 't',
  verbose: 'v',
  update: 'u',
  'remove-destination': '!remove',
  parents: '!parents',
};

export const cp = applet({
  usage: '[-arPLHpfinlsTuv] SOURCE DEST\n[-arPLHpfinlsuv] SOURCE... { -t DIRECTORY | DIRECTORY }',
  about: 'Copy SOURCEs to DEST',
  async run(io) {
    const options = parseOptions(io, 'pdRfinlsLHarPvuTt:', { long: LONG });
    const into = options.value('t');
    if (options.operands.length < (into === undefined ? 2 : 1)) io.usage();
    const sources = into === undefined ? options.operands.slice(0, -1) : options.operands;
    const destination = into ?? options.operands.at(-1)!;
    const rules = copyRules(options);
    const directory =
      into !== undefined ||
      sources.length > 1 ||
      (!options.has('T') && (await statIsDirectory(io, destination)));
    if (options.has('T') && sources.length > 1) io.usage();
    let status = 0;
    for (const source of sources) {
      const target = directory ? joinPath(destination, baseName(source)) : destination;
      const parents = options.has('!parents') ? await copyParents(io, source, destination) : target;
      if (!(await copyTree(io, source, parents, rules))) status = 1;
    }
    return status;
  },
});

function copyRules(options: Options): CopyRules {
  const has = (flag: string) => options.has(flag);
  const recursive = has('R') || has('r') || has('a');
  const follow = { L: 'always', H: 'arguments', P: 'never', d: 'never' } as const;
  const chosen = options.last('LHPd') as keyof typeof follow | undefined;
  const last = options.last('in');
  return {
    recursive,
    preserve: has('p') || has('a'),
    follow: chosen ? follow[chosen] : recursive ? 'never' : 'always',
    force: has('f') || has('!remove'),
    interactive: last === 'i',
    noClobber: last === 'n',
    update: has('u'),
    verbose: has('v'),
    ...(has('l') ? { link: 'hard' } : has('s') ? { link: 'symbolic' } : {}),
  };
}

/** With --parents the whole source path is made below the destination. */
async function copyParents(io: Io, source: string, destination: string): Promise<string> {
  await makeDirectories(io.sys, joinPath(destination, dirName(source)));
  return joinPath(destination, source);
}

export const install = applet({
  usage: '[-cdDsp] [-o USER] [-g GRP] [-m MODE] [-t DIR] [SOURCE]... DEST',
  about: 'Copy files and set attributes',
  async run(io) {
    const options = parseOptions(io, 'cvb:dDpsg:m:o:t:', {
      min: 1,
      long: { mode: 'm', owner: 'o', group: 'g', directory: 'd' },
    });
    const text = options.value('m') ?? '755';
    const mode = applyMode(text, 0, 0) ?? io.die(`invalid mode '${text}'`);
    const accounts = await readAccounts(io.sys);
    const number = (name: string | undefined, found: number | undefined, kind: string) =>
      name === undefined
        ? undefined
        : (found ?? (/^\d+$/.test(name) ? Number(name) : io.die(`unknown ${kind} ${name}`)));
    const [owner, group] = [options.value('o'), options.value('g')];
    const uid = number(owner, owner === undefined ? undefined : accounts.user(owner)?.uid, 'user');
    const gid = number(group, group === undefined ? undefined : accounts.group(group)?.gid, 'group');
    const finish = async (path: string) => {
      const stat = await io.sys.stat(path);
      if (uid !== undefined || gid !== undefined) await io.sys.chown(path, uid ?? stat.uid, gid ?? stat.gid);
      await io.sys.chmod(path, mode);
    };
    if (options.has('d')) {
      for (const path of options.operands) {
        await makeDirectories(io.sys, path);
        await finish(path);
      }
      return 0;
    }
    const into = options.value('t');
    if (into === undefined && options.operands.length < 2) io.usage();
    const sources = into === undefined ? options.operands.slice(0, -1) : options.operands;
    const destination = into ?? options.operands.at(-1)!;
    const directory = into !== undefined || sources.length > 1 || (await statIsDirectory(io, destination));
    if (options.has('D')) await makeDirectories(io.sys, directory ? destination : dirName(destination));
    let status = 0;
    for (const source of sources) {
      const target = directory ? joinPath(destination, baseName(source)) : destination;
      const present = await statOf(io.sys, target, false);
      if (present && !isDir(present.mode)) await io.sys.unlink(target);
      if (
        await copyTree(io, source, target, {
          follow: 'always',
          force: true,
          preserve: options.has('p'),
          verbose: options.has('v'),
        })
      )
        await finish(target);
      else status = 1;
    }
    return status;
  },
});
