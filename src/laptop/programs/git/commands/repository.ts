/** git init, config, rev-parse, ls-files: the repository itself. */
import { errnoOf } from '../../../../posix/index.ts';

import { Config } from '../config.ts';
import { parseFlags } from '../options.ts';
import { fatal, findTop, GitProblem, normal, type Session } from '../session.ts';
import { isWanted } from './diff.ts';

export async function init(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('init', args, 'q=quiet quiet b=initial-branch: initial-branch: bare');
  if (flags.has('bare')) fatal('bare repositories are not supported by Strata');
  const dir = normal(
    flags.words[0]?.startsWith('/') ? flags.words[0] : `${session.cwd}/${flags.words[0] ?? ''}`,
  );
  for (let at = dir.indexOf('/', 1); ; at = dir.indexOf('/', at + 1)) {
    try {
      await session.sys.mkdir(at < 0 ? dir : dir.slice(0, at), 0o777);
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
    if (at < 0) break;
  }
  const again = (await findTop(session.sys, dir)) === dir;
  const defaultBranch =
    flags.value('initial-branch') ?? (await session.config.get('init.defaultbranch')) ?? 'main';
  await session.git.init({ fs: session.fs, dir, defaultBranch });
  if (!again) await settleConfig(new Config(session.sys, `${dir}/.git`));
  if (!flags.has('quiet'))
    await session.print(
      `${again ? 'Reinitialized existing' : 'Initialized empty'} Git repository in ${dir}/.git/\n`,
    );
  return 0;
}

/** The library writes a configuration for disks without modes and links. */
export async function settleConfig(config: Config): Promise<void> {
  await config.set('core.filemode', 'true', 'local');
  for (const key of ['core.symlinks', 'core.ignorecase']) await config.set(key, undefined, 'local');
}

export async function config(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('config', args, 'global local l=list list unset get get-all add bool int type:');
  const scope = flags.has('global') ? 'global' : flags.has('local') ? 'local' : undefined;
  const [key, value] = flags.words;
  if (flags.has('list')) {
    const entries = await session.config.all(scope);
    await session.print(entries.map((entry) => `${entry.key}=${entry.value}\n`).join(''));
    return 0;
  }
  if (key === undefined) throw new GitProblem('usage: git config [<options>]', 129);
  if (!/^[\w-]+\.(?:.*\.)?[A-Za-z][\w-]*$/.test(key))
    throw new GitProblem(
      key.includes('.') ? `error: invalid key: ${key}` : `error: key does not contain a section: ${key}`,
      1,
    );
  const type = flags.has('bool') ? 'bool' : flags.has('int') ? 'int' : flags.value('type');
  if (type !== undefined && type !== 'bool' && type !== 'int')
    fatal(
      /^(?:bool-or-int|path|expiry-date|color)$/.test(type)
        ? `--type=${type} is not supported by Strata`
        : `unrecognized --type argument, ${type}`,
    );
  if (flags.has('unset') || value !== undefined) {
    if (scope !== 'global' && session.dir === undefined) fatal('not in a git directory');
    if (!flags.has('add') && (await session.config.values(key, scope ?? 'local')).length > 1)
      throw new GitProblem(
        `warning: ${key} has multiple values${flags.has('unset') ? '' : `\nerror: cannot overwrite multiple values with a single value\n       Use a regexp, --add or --replace-all to change ${key}.`}`,
        5,
      );
    if (flags.has('unset')) return (await session.config.set(key, undefined, scope ?? 'local')) ? 0 : 5;
    const typed = typedValue(key, value!, type);
    await (flags.has('add')
      ? session.config.add(key, typed, scope ?? 'local')
      : session.config.set(key, typed, scope ?? 'local'));
    return 0;
  }
  if (flags.has('add')) throw new GitProblem('error: wrong number of arguments, should be 2', 129);
  const values = await session.config.values(key, scope);
  if (values.length === 0) return 1;
  const isLocal = scope !== 'global' && (await session.config.values(key, 'local')).length > 0;
  const file = ` in file ${isLocal ? '.git/config' : `${session.sys.env['HOME'] ?? ''}/.gitconfig`}`;
  const shown = flags.has('get-all') ? values : values.slice(-1);
  await session.print(shown.map((each) => `${typedValue(key, each, type, file)}\n`).join(''));
  return 0;
}

/** A value as a type writes it; a complaint names the file that it is from. */
function typedValue(key: string, value: string, type: string | undefined, file = ''): string {
  if (type === undefined) return value;
  const number = /^([+-]?\d+)([kmg]?)$/i.exec(value);
  if (type === 'int') {
    if (!number) return fatal(`bad numeric config value '${value}' for '${key}'${file}: invalid unit`);
    const unit = ['', 'k', 'm', 'g'].indexOf(number[2]!.toLowerCase());
    return String(Number(number[1]) * 1024 ** unit);
  }
  if (/^(?:true|yes|on)$/i.test(value)) return 'true';
  if (/^(?:false|no|off|)$/i.test(value)) return 'false';
  if (number) return String(Number(number[1]) !== 0);
  return fatal(`bad boolean config value '${value}' for '${key}'`);
}

export async function revParse(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags(
    'rev-parse',
    args,
    'show-toplevel git-dir abbrev-ref short verify q=quiet quiet is-inside-work-tree show-prefix',
  );
  if (flags.has('is-inside-work-tree')) await session.print(`${String(session.top !== '')}\n`);
  if (flags.has('show-toplevel')) await session.print(`${session.top}\n`);
  if (flags.has('git-dir'))
    await session.print(`${session.cwd === session.top ? '.git' : `${session.top}/.git`}\n`);
  if (flags.has('show-prefix'))
    await session.print(session.cwd === session.top ? '\n' : `${session.inTree('.')}/\n`);
  for (const name of flags.words) {
    if (flags.has('abbrev-ref'))
      await session.print(
        `${name === 'HEAD' || name === '@' ? ((await session.branch()) ?? 'HEAD') : name}\n`,
      );
    else {
      const oid = await session.commit(name).catch(async (error: unknown) => {
        // What it cannot make out it says again.
        if (!flags.has('verify')) await session.print(`${name}\n`);
        throw flags.has('verify')
          ? new GitProblem(
              flags.has('quiet') ? '' : 'fatal: Needed a single revision',
              flags.has('quiet') ? 1 : 128,
            )
          : error;
      });
      await session.print(`${flags.has('short') ? oid.slice(0, 7) : oid}\n`);
    }
  }
  return 0;
}

export async function lsFiles(session: Session, args: readonly string[]): Promise<number> {
  const flags = parseFlags('ls-files', args, 'c=cached cached o=others others exclude-standard');
  const wanted = (flags.words.length > 0 ? flags.words : ['.']).map((word) => session.inTree(word));
  let files: string[];
  if (flags.has('others')) {
    const matrix = await session.git.statusMatrix({
      ...session.base,
      ignored: !flags.has('exclude-standard'),
    });
    files = matrix.filter(([, head, , stage]) => head === 0 && stage === 0).map(([path]) => path);
  } else files = await session.git.listFiles(session.base);
  await session.print(
    files
      .filter((file) => isWanted(file, wanted))
      .map((file) => `${session.shown(file)}\n`)
      .join(''),
  );
  return 0;
}
