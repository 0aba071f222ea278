/**
 * What stands on the laptop's disk besides the home folder: programs, accounts, start-up files.
 *
 * Made at each boot where it is missing or of another version; the learner's own files stay.
 */
import { encode } from '../base/index.ts';
import { programFile } from '../kernel/index.ts';
import { errnoOf, O_CREAT, O_TRUNC, O_WRONLY } from '../posix/index.ts';
import type { FileTree } from '../vfs/index.ts';

export const USER = 'you';
export const HOME = `/home/${USER}`;
export const HOSTNAME = 'laptop';
const UID = 1000;
export const credentials = { uid: UID, gid: UID, groups: [UID, 27, 999] };

export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What a login gives every process of the learner's. */
export const loginEnvironment = {
  HOME,
  USER,
  LOGNAME: USER,
  SHELL: '/bin/bash',
  PATH,
  LANG: 'C.UTF-8',
  ENV: '/etc/bash.bashrc',
};

const FOLDERS: readonly (readonly [path: string, mode: number])[] = [
  ...['/bin', '/dev', '/etc', '/home', '/mnt', '/opt', '/proc', '/run', '/sbin', '/srv', '/sys', '/usr'],
  ...['/usr/bin', '/usr/lib', '/usr/local', '/usr/local/bin', '/usr/local/sbin', '/usr/sbin', '/usr/share'],
  ...['/var', '/var/cache', '/var/lib', '/var/log'],
]
  .map((path): [string, number] => [path, 0o755])
  .concat([
    ['/root', 0o700],
    ['/tmp', 0o1777],
    ['/var/tmp', 0o1777],
  ]);

const PROMPT = String.raw`PS1='\[\e[1;32m\]\u@\h\[\e[0m\]:\[\e[1;34m\]\w\[\e[0m\]\$ '`;

const TEXTS: Readonly<Record<string, string>> = {
  '/etc/passwd': `root:x:0:0:root:/root:/bin/bash\n${USER}:x:${UID}:${UID}:${USER}:${HOME}:/bin/bash\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n`,
  '/etc/group': `root:x:0:\ntty:x:5:\nsudo:x:27:${USER}\ndocker:x:999:${USER}\n${USER}:x:${UID}:\nnogroup:x:65534:\n`,
  '/etc/hostname': `${HOSTNAME}\n`,
  '/etc/hosts': `127.0.0.1\tlocalhost\n127.0.1.1\t${HOSTNAME}\n`,
  '/etc/os-release': 'NAME="Strata laptop"\nID=strata\nPRETTY_NAME="Strata, a laptop in a browser tab"\n',
  '/etc/shells': '/bin/sh\n/bin/bash\n',
  '/etc/motd': '\x1b[2mStrata. docker --help lists the commands; help says what else there is.\x1b[0m\n',
  '/etc/profile': `export PATH="${PATH}"\numask 022\ncase $- in *i*) cat /etc/motd ;; esac\n`,
  '/etc/bash.bashrc': `${PROMPT}\nalias ll='ls -l' help=/usr/bin/help\n[ -r ~/.bashrc ] && . ~/.bashrc\n:\n`,
};

/** Names of built-in programs, and where their files lie. */
export interface Installed {
  /** Applets of busybox. */
  readonly applets: readonly string[];
  /** Programs of their own. */
  readonly programs: readonly string[];
}

/** Brings the disk to what this version has. */
export async function installSystem(tree: FileTree, { applets, programs }: Installed): Promise<void> {
  const root = tree.superuser(0);
  const exists = async (path: string): Promise<boolean> => {
    try {
      await tree.lstat(root, path);
      return true;
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      return false;
    }
  };
  const write = async (path: string, contents: Uint8Array, mode: number): Promise<void> => {
    const opened = await tree.open(root, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
    if (opened.kind !== 'file') return;
    await opened.file.writeAt(contents, 0);
    await opened.file.close();
    await tree.chmod(root, path, mode);
  };
  for (const [path, mode] of FOLDERS) if (!(await exists(path))) await tree.mkdir(root, path, mode);
  for (const [path, text] of Object.entries(TEXTS)) {
    // The learner may change these (with sudo), and has them back only where they are gone.
    if (!(await exists(path))) await write(path, encode(text), 0o644);
  }
  const own: Record<string, string> = { busybox: '/bin/busybox', bash: '/bin/bash' };
  for (const name of programs) {
    const path = own[name] ?? `/usr/bin/${name}`;
    // sudo runs as root whoever starts it.
    if (!(await exists(path))) await write(path, programFile(name), name === 'sudo' ? 0o4755 : 0o755);
  }
  if (!(await exists('/bin/sh'))) await tree.symlink(root, 'bash', '/bin/sh');
  for (const name of applets) {
    const path = `/bin/${name}`;
    if (!programs.includes(name) && !(await exists(path))) await tree.symlink(root, 'busybox', path);
  }
  if (!(await exists(HOME))) {
    await tree.mkdir(root, HOME, 0o755);
    await tree.chown(root, HOME, UID, UID);
  }
  await emptyTemporary(tree);
}

/** /tmp does not outlive a boot. */
async function emptyTemporary(tree: FileTree): Promise<void> {
  const root = tree.superuser();
  const empty = async (folder: string): Promise<void> => {
    for (const { name } of await tree.readdir(root, folder)) {
      const path = `${folder}/${name}`;
      try {
        await tree.unlink(root, path);
      } catch (error) {
        if (errnoOf(error) !== 'EISDIR') throw error;
        await empty(path);
        await tree.rmdir(root, path);
      }
    }
  };
  await empty('/tmp');
}
