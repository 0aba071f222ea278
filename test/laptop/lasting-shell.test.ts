/** The lasting shell, files and programs of the laptop. */
import { expect, it } from 'vitest';
import { decode, encode } from '../../src/base/index.ts';
import { createMemoryBackend } from '../../src/store/index.ts';
import { startTestLaptop } from '../support/laptop-box.ts';

it('keeps directory, variables, functions and options from command to command', async () => {
  const laptop = await startTestLaptop();
  expect(await laptop.exec('pwd; echo $HOME $USER; id -un; echo "$0"')).toEqual({
    exit: 0,
    stdout: '/home/you\n/home/you you\nyou\nbash\n',
    stderr: '',
  });
  await laptop.exec('cd /tmp; x=5; f() { echo "f $1"; }');
  expect((await laptop.exec('pwd; echo $x; f a; false')).stdout).toBe('/tmp\n5\nf a\n');
  expect((await laptop.exec('false')).exit).toBe(1);
  expect((await laptop.exec('echo $?')).stdout).toBe('1\n');
});

it('goes on after exit, errors in syntax, a killed shell and exec', async () => {
  const laptop = await startTestLaptop();
  expect((await laptop.exec('exit 3')).exit).toBe(3);
  const wrong = await laptop.exec('if then');
  expect(wrong.exit).toBe(2);
  expect(wrong.stderr).toMatch(/^bash: .*syntax error/);
  expect((await laptop.exec('x=kept; nosuchcommand')).exit).toBe(127);
  expect((await laptop.exec('echo $x')).stdout).toBe('kept\n');
  expect((await laptop.exec('kill -9 $$')).exit).toBe(137);
  expect((await laptop.exec('echo "again $x"')).stdout).toBe('again \n');
  expect(await laptop.exec('exec echo replaced')).toMatchObject({ exit: 0, stdout: 'replaced\n' });
  expect((await laptop.exec('echo back')).stdout).toBe('back\n');
});

it('has a process 1 that reaps orphans', async () => {
  const laptop = await startTestLaptop();
  await laptop.exec("sh -c 'sleep 0.05 & sleep 0.05 &'");
  await laptop.exec('sleep 0.2');
  expect((await laptop.exec('ps -o pid,ppid,stat,comm | grep -c sleep')).stdout).toBe('0\n');
  expect((await laptop.exec('ps -o pid,comm | head -2 | tail -1')).stdout).toMatch(/^ *1 init/);
});

it('interrupts what takes too long, and kills what does not listen', { timeout: 20_000 }, async () => {
  const laptop = await startTestLaptop();
  expect(await laptop.exec('echo a; sleep 100; echo b', 0.2)).toEqual({
    exit: 130,
    stdout: 'a\n',
    stderr: '',
    timedOut: true,
  });
  expect(await laptop.exec('while :; do :; done', 0.2)).toMatchObject({ exit: 130, timedOut: true });
  expect(await laptop.exec('sh -c \'trap "" INT; sleep 100\'', 0.2)).toMatchObject({
    exit: 137,
    timedOut: true,
  });
  await laptop.exec('y=kept');
  await laptop.exec('sleep 50 & echo $! > pid');
  expect(await laptop.exec('cat', 0.2)).toMatchObject({ exit: 0, stdout: '' });
  expect(await laptop.exec('sleep 100', 0.2)).toMatchObject({ exit: 130 });
  // What runs beside the shell is not touched.
  expect((await laptop.exec('kill -0 $(cat pid) && echo alive $y')).stdout).toBe('alive kept\n');
});

it('runs commands in order, and gives what is no text in base64', async () => {
  const laptop = await startTestLaptop();
  const all = await Promise.all(
    ['sleep 0.1; echo 1', 'echo 2', 'echo 3'].map((command) => laptop.exec(command)),
  );
  expect(all.map(({ stdout }) => stdout)).toEqual(['1\n', '2\n', '3\n']);
  expect(await laptop.exec("printf '\\377'; echo e >&2")).toEqual({
    exit: 0,
    stdout: '/w==',
    stderr: 'ZQo=',
    encoding: 'base64',
  });
  const large = await laptop.exec('head -c 3000000 /dev/zero | tr "\\0" x');
  expect(large.stdout).toHaveLength(3_000_000);
});

it('has files that last, and makes folders for them', async () => {
  const disk = createMemoryBackend();
  const laptop = await startTestLaptop({ disk });
  await laptop.writeFile('a/b/c.sh', encode('#!/bin/sh\necho hi\n'), 0o755);
  expect((await laptop.exec('./a/b/c.sh; ls -l a/b/c.sh | cut -c1-10; stat -c %U a/b')).stdout).toBe(
    'hi\n-rwxr-xr-x\nyou\n',
  );
  await laptop.writeFile('a/b/c.sh', encode('#!/bin/sh\necho ho\n'));
  expect((await laptop.exec('./a/b/c.sh; echo x > /tmp/gone')).stdout).toBe('ho\n');
  expect(decode(await laptop.readFile('a/b/c.sh'))).toBe('#!/bin/sh\necho ho\n');
  await expect(laptop.readFile('nope')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(laptop.writeFile('/etc/passwd', encode(''))).rejects.toMatchObject({ code: 'EACCES' });
  await laptop.flush();
  const again = await startTestLaptop({ disk });
  expect((await again.exec('./a/b/c.sh; ls /tmp')).stdout).toBe('ho\n');
});

it('runs as root with sudo, which says what it does not know', async () => {
  const laptop = await startTestLaptop();
  expect((await laptop.exec('sudo id -u; sudo -u you id -u; sudo A=b env | grep ^A=')).stdout).toBe(
    '0\n1000\nA=b\n',
  );
  expect((await laptop.exec('sudo sh -c "exit 7"')).exit).toBe(7);
  expect(await laptop.exec('sudo nope')).toMatchObject({
    exit: 1,
    stderr: 'sudo: nope: command not found\n',
  });
  expect(await laptop.exec('sudo --bogus id')).toMatchObject({ exit: 1 });
  expect((await laptop.exec('cat /root/x 2>&1; sudo touch /root/x && sudo ls /root')).stdout).toBe(
    "cat: can't open '/root/x': Permission denied\nx\n",
  );
});

it('parses Dockerfiles and ignore files with strata, and refuses what is not built', async () => {
  const laptop = await startTestLaptop();
  await laptop.writeFile('Dockerfile', encode('FROM alpine\nRUN ["a", "b"]\nCOPY --chown=1 . /x\n'));
  expect((await laptop.exec('strata parse Dockerfile')).stdout).toBe(
    '(from "alpine")\n(run "a" "b")\n(copy ["--chown=1"] "." "/x")\n',
  );
  await laptop.writeFile('ignore', encode('*.log\n!keep.log\n'));
  const ignored = (path: string): Promise<number> =>
    laptop.exec(`strata ignored -f ignore ${path}`).then(({ exit }) => exit);
  expect(await Promise.all(['a.log', 'keep.log', 'a.txt'].map(ignored))).toEqual([0, 1, 1]);
  expect(await laptop.exec('strata undo')).toMatchObject({
    exit: 1,
    stderr: 'strata: undo is not built yet\n',
  });
  expect((await laptop.exec('strata bogus')).exit).toBe(1);
  expect((await laptop.exec('strata parse nope')).stderr).toBe('strata parse: No such file or directory\n');
});

it('opens files in the page where there is one', async () => {
  const opened: string[] = [];
  const page = { openEditor: async (path: string) => void opened.push(path), commandRan: () => {} };
  const laptop = await startTestLaptop({ page });
  expect((await laptop.exec('code new.txt; code /etc/hosts')).exit).toBe(0);
  expect(opened).toEqual(['/home/you/new.txt', '/etc/hosts']);
  expect(await laptop.exec('code /etc')).toMatchObject({ exit: 1, stderr: 'code: /etc: is a directory\n' });
  const alone = await startTestLaptop();
  expect((await alone.exec('code x')).stderr).toMatch(/^code: there is no editor panel here/);
});

it('says in one line that there is no engine', async () => {
  const laptop = await startTestLaptop();
  expect(await laptop.exec('docker ps')).toMatchObject({
    exit: 1,
    stderr: expect.stringMatching(/^[^\n]*no engine here\n$/),
  });
  expect((await laptop.exec('DOCKER_HOST=tcp://x:1 docker ps')).stderr).toContain('tcp://x:1');
});
