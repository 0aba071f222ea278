/**
 * `sudo COMMAND`: runs it as another user, root where none is named. Its file is setuid root; here
 * nobody is asked for a password, since there is nobody else at the keyboard.
 */
import type { Env, Main, Sys } from '../../kernel/index.ts';
import { errnoOf, exitCodeOf, strerror, X_OK } from '../../posix/index.ts';
import { HOME, PATH, USER } from '../system-files.ts';
import { complain, print } from './io.ts';

const USAGE = 'usage: sudo [-Eis] [-u user] [VAR=value] [command [arg ...]]\n';

interface Request {
  readonly user: string;
  readonly login: boolean;
  readonly shell: boolean;
  readonly keep: boolean;
  readonly variables: Readonly<Env>;
  readonly words: readonly string[];
}

const accounts: Readonly<Record<string, { uid: number; groups: readonly number[]; home: string }>> = {
  root: { uid: 0, groups: [0], home: '/root' },
  [USER]: { uid: 1000, groups: [1000, 27, 999], home: HOME },
};

export const main: Main = async (sys) => {
  if (sys.argv[1] === '--help') {
    await print(sys, 1, `${USAGE}\nRun a command as another user, root where none is named\n`);
    return 0;
  }
  const request = parse(sys.argv.slice(1));
  if (typeof request === 'string') return complain(sys, request, 1);
  const account = Object.hasOwn(accounts, request.user) ? accounts[request.user]! : undefined;
  if (!account) return complain(sys, `sudo: unknown user ${request.user}\n`, 1);
  const words = commandOf(request);
  if (words.length === 0) return complain(sys, USAGE, 1);
  const env: Env = {
    ...(request.keep ? sys.env : { TERM: sys.env['TERM'] ?? 'dumb', LANG: sys.env['LANG'] ?? 'C.UTF-8' }),
    ...(sys.env['DOCKER_HOST'] && request.keep ? { DOCKER_HOST: sys.env['DOCKER_HOST'] } : {}),
    HOME: account.home,
    USER: request.user,
    LOGNAME: request.user,
    SHELL: '/bin/bash',
    ENV: '/etc/bash.bashrc',
    PATH,
    SUDO_USER: USER,
    SUDO_UID: '1000',
    SUDO_GID: '1000',
    SUDO_COMMAND: words.join(' '),
    ...request.variables,
  };
  sys.setgroups(account.groups);
  sys.setgid(account.uid);
  sys.setuid(account.uid);
  if (request.login) await sys.chdir(account.home);
  const path = await find(sys, words[0]!);
  if (path === undefined) return complain(sys, `sudo: ${words[0]}: command not found\n`, 1);
  try {
    const pid = await sys.spawn(path, words, { env });
    const result = await sys.wait(pid);
    return result ? exitCodeOf(result.status) : 0;
  } catch (error) {
    const code = errnoOf(error);
    if (code === undefined) throw error;
    return complain(sys, `sudo: ${words[0]}: ${strerror(code)}\n`, 1);
  }
};

/** What is asked for, or what is wrong with it. */
function parse(args: readonly string[]): Request | string {
  let user = 'root';
  let login = false;
  let shell = false;
  let keep = false;
  const variables: Env = {};
  let at = 0;
  for (; at < args.length; at++) {
    const word = args[at]!;
    const variable = /^([A-Za-z_]\w*)=(.*)$/s.exec(word);
    if (word === '--') {
      at++;
      break;
    }
    if (variable) variables[variable[1]!] = variable[2]!;
    else if (word === '-u' || word === '--user') {
      const name = args[++at];
      if (name === undefined) return USAGE;
      user = name;
    } else if (word === '-i' || word === '--login') login = true;
    else if (word === '-s' || word === '--shell') shell = true;
    else if (word === '-E' || word === '--preserve-env') keep = true;
    else if (word === '-n' || word === '-H') continue;
    else if (word.startsWith('-')) return `sudo: unrecognized option '${word}'\n${USAGE}`;
    else break;
  }
  return { user, login, shell, keep, variables, words: args.slice(at) };
}

function commandOf({ login, shell, words }: Request): readonly string[] {
  if (!login && !shell) return words;
  if (words.length === 0) return [login ? '-bash' : 'bash'];
  return ['bash', '-c', words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')];
}

async function find(sys: Sys, name: string): Promise<string | undefined> {
  const plain = name.replace(/^-/, '');
  if (plain.includes('/')) return plain;
  for (const folder of PATH.split(':')) {
    try {
      await sys.access(`${folder}/${plain}`, X_OK);
      return `${folder}/${plain}`;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
  return undefined;
}
