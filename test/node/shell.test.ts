/** `npm run shell` and `npm run serve` as processes: the contract that tools rely on. */
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import Docker from 'dockerode';
import { afterAll, describe, expect, it } from 'vitest';
import { startBatch } from '../support/batch.ts';

const programs = path.join(import.meta.dirname, '../../build/node');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-shell-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

const shell = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(programs, 'shell.js'), ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('shell', () => {
  it('runs one command, with its arguments, input and exit status', () => {
    expect(shell(['-c', 'cat; echo "$0 $1" >&2; exit 3', 'name', 'one'], 'in\n')).toEqual({
      status: 3,
      stdout: 'in\n',
      stderr: 'name one\n',
    });
  });

  it('runs a script of this machine', () => {
    const script = path.join(scratch, 'script.sh');
    fs.writeFileSync(script, 'echo "$1"; docker version --format "{{.Server.Version}}"\n');
    expect(shell([script, 'arg'])).toEqual({ status: 0, stdout: 'arg\n28.5.2\n', stderr: '' });
  });

  it('says in one line what it does not understand', () => {
    for (const args of [['--bogus'], ['--state'], ['-c'], ['--batch', 'x'], ['/no/such/script']]) {
      const { status, stdout, stderr } = shell(args);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^shell: /);
    }
  });

  it('reaches another engine by DOCKER_HOST, and says when it is not there', () => {
    const { status, stderr } = shell(['-c', 'DOCKER_HOST=unix:///no/such.sock docker ps']);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Cannot connect to the Docker daemon at unix:///no/such.sock. Is the docker daemon running?\n',
    );
  });

  it('keeps state in a folder, which one process has', { timeout: 60_000 }, async () => {
    const folder = path.join(scratch, 'kept');
    const first = startBatch(folder);
    await first.exec('echo kept > note.txt; docker pull -q alpine');
    const second = shell(['--state', folder, '-c', 'true']);
    expect(second).toMatchObject({ status: 1, stdout: '' });
    expect(second.stderr).toMatch(/^shell: .* is in use by process \d+\n$/);
    expect(await first.close()).toBe(0);
    expect(shell(['--state', folder, '-c', 'cat note.txt; docker images -q | wc -l']).stdout).toBe(
      'kept\n1\n',
    );
  });
});

describe('batch', () => {
  it('answers a line for a line, in order, and goes on after what is no line', {
    timeout: 60_000,
  }, async () => {
    const batch = startBatch();
    const answers = await Promise.all([
      batch.send({ cmd: 'cd /tmp; echo a; echo b >&2; false' }),
      batch.send({ write: { path: 'x/y', content: '#!/bin/sh\necho y\n', mode: '755' } }),
      batch.send({ cmd: 'pwd; ~/x/y' }),
      batch.send({ cmd: 'sleep 9', timeout: 0.1 }),
      batch.send({ cmd: "printf '\\377'" }),
      batch.send({ bogus: 1 }),
      batch.send({ cmd: 1 }),
      batch.send({ tty: { cmd: 'tty; read x; echo "[$x]"', input: 'in\n' } }),
      batch.send({ restart: true }),
      batch.send({ cmd: 'pwd; ~/x/y' }),
    ]);
    expect(answers).toEqual([
      { exit: 1, stdout: 'a\n', stderr: 'b\n' },
      { exit: 0 },
      { exit: 0, stdout: '/tmp\ny\n', stderr: '' },
      { exit: 130, stdout: '', stderr: '', timedOut: true },
      { exit: 0, stdout: '/w==', stderr: '', encoding: 'base64' },
      { error: 'a line has exactly one of cmd, write, restart, tty' },
      { error: expect.stringMatching(/^cmd: /) },
      { exit: 0, stdout: '/dev/pts/0\r\nin\r\n[in]\r\n', stderr: '' },
      { exit: 0 },
      // What was written less than a second before the cut may be gone; it was more.
      expect.objectContaining({ stdout: expect.stringContaining('/home/you\n') }),
    ]);
    expect(await batch.close()).toBe(0);
  });

  it('gives a container its terminal', { timeout: 60_000 }, async () => {
    const batch = startBatch();
    const { exit, stdout } = await batch.send({
      tty: { cmd: 'docker run -it --rm alpine', input: 'echo $((6*7))\ntty\nexit 5\n' },
    });
    expect(exit).toBe(5);
    expect(stdout).toContain('\r\n42\r\n');
    expect(stdout).toContain('\r\n/dev/pts/0\r\n');
    await batch.close();
  });

  it('survives SIGKILL in mid-build and in mid-run', { timeout: 120_000 }, async () => {
    const folder = path.join(scratch, 'killed');
    let batch = startBatch(folder);
    await batch.exec("mkdir d && printf 'FROM alpine\\nRUN echo 1 > /1\\nRUN sleep 30\\n' > d/Dockerfile");
    await batch.exec("docker run -d --name app alpine sh -c 'echo kept > /kept; echo said; sleep 1000'");
    await batch.exec('sleep 1.5');
    const building = batch.exec('docker build -t slow d').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await batch.kill();
    await building;
    batch = startBatch(folder);
    const run = async (command: string): Promise<string> => (await batch.exec(command)).stdout;
    expect(await run("docker ps -a --format '{{.Names}} {{.Status}}'")).toMatch(
      /^app Exited \(255\) [^\n]*\n$/,
    );
    expect(await run("docker images --format '{{.Repository}}'")).toBe('alpine\n');
    expect(await run('docker logs app; docker diff app; docker start app; docker exec app cat /kept')).toBe(
      'said\nA /kept\napp\nkept\n',
    );
    await run("sed -i 's/sleep 30/true/' d/Dockerfile");
    const { exit, stderr } = await batch.exec('docker build -t slow d');
    expect(exit, stderr).toBe(0);
    expect(stderr).toMatch(/RUN echo 1 > \/1\n#\d+ CACHED/);
    await batch.close();
  });
});

describe('serve', () => {
  it('answers dockerode: ping, pull, create, start, logs, events, build', { timeout: 120_000 }, async () => {
    const socketPath = path.join(scratch, 'docker.sock');
    const server = spawn(
      process.execPath,
      [path.join(programs, 'serve.js'), '--host', `unix://${socketPath}`],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    try {
      await new Promise((resolve) => server.stdout.once('data', resolve));
      const docker = new Docker({ socketPath });
      expect((await docker.ping()).toString()).toBe('OK');
      const pulling = await docker.pull('alpine:latest');
      await new Promise((resolve, reject) =>
        docker.modem.followProgress(pulling, (error) => (error ? reject(error) : resolve(undefined))),
      );
      const [image] = await docker.listImages();
      expect(image!.RepoTags).toEqual(['alpine:latest']);
      const container = await docker.createContainer({
        Image: 'alpine',
        Cmd: ['echo', 'hello'],
        name: 'rode',
      });
      await container.start();
      expect(await container.wait()).toEqual({ StatusCode: 0 });
      const logs = await container.logs({ stdout: true, stderr: true });
      expect(logs.toString()).toContain('hello\n');
      await expect(docker.getContainer('nope').inspect()).rejects.toMatchObject({
        statusCode: 404,
        json: { message: 'No such container: nope' },
      });
      await container.remove();
      expect(await docker.listContainers({ all: true })).toEqual([]);
    } finally {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
    }
    expect(server.exitCode).toBe(0);
  });
});
