/** WebAssembly commands as processes, where the guest cannot wait (Node 20) and, in later Nodes, where it can. */
import { describe, expect, it } from 'vitest';
import { boot, put, run } from '../../../../test/support/kernel-box.ts';
import {
  call,
  catModule,
  constant,
  drop,
  floodModule,
  growMemory,
  helloModule,
  procExit,
  unreachable,
  wasmCommand,
} from '../../../../test/support/wasm-module.ts';
import { encode } from '../../../base/index.ts';
import { exited, O_RDONLY, signalled, signals } from '../../../posix/index.ts';
import { main } from './main.ts';

const canWait = 'Suspending' in WebAssembly;

async function box(modules: Record<string, Uint8Array>, options: Parameters<typeof boot>[1] = {}) {
  const kernel = await boot(
    {
      wasi: main,
      /** Runs what it is told with standard input from a file. */
      from: async (sys) => {
        const fd = await sys.open(sys.argv[1]!, O_RDONLY);
        const child = await sys.spawn(sys.argv[2]!, sys.argv.slice(2), {
          actions: [{ kind: 'dup2', from: fd, to: 0 }],
        });
        return (await sys.wait(child))!.status >> 8;
      },
      /** Runs what it is told with an input that comes later. */
      late: async (sys) => {
        const [reader, writer] = sys.pipe();
        const child = await sys.spawn(sys.argv[1]!, sys.argv.slice(1), {
          actions: [
            { kind: 'dup2', from: reader, to: 0 },
            { kind: 'close', fd: reader },
            { kind: 'close', fd: writer },
          ],
        });
        await sys.sleep(30);
        sys.sigaction(signals.PIPE, 'ignore');
        await Promise.resolve()
          .then(() => sys.write(writer, encode('came late\n')))
          .catch(() => {});
        await sys.close(writer);
        return (await sys.wait(child))!.status >> 8;
      },
      /** Reads ten bytes of what it is told to run, and then no more. */
      ten: async (sys) => {
        const [reader, writer] = sys.pipe();
        const child = await sys.spawn(sys.argv[1]!, sys.argv.slice(1), {
          actions: [
            { kind: 'dup2', from: writer, to: 1 },
            { kind: 'close', fd: reader },
            { kind: 'close', fd: writer },
          ],
        });
        await sys.close(writer);
        await sys.read(reader, new Uint8Array(10));
        await sys.close(reader);
        return (await sys.wait(child))!.status & 0x7f;
      },
    },
    options,
  );
  for (const [name, bytes] of Object.entries(modules)) await put(kernel, `/bin/${name}`, bytes);
  return kernel;
}

describe('a WebAssembly command', () => {
  it('prints and exits', async () => {
    const kernel = await box({ hello: helloModule('hello from wasm\n', 7) });
    expect(await run(kernel, '/bin/hello')).toEqual({
      status: exited(7),
      stdout: 'hello from wasm\n',
      stderr: '',
    });
  });

  it('reads a file of its system as standard input', async () => {
    const kernel = await box({ cat: catModule() });
    await put(kernel, '/tmp/f', encode('line\n'.repeat(3000)));
    expect((await run(kernel, '/bin/from', '/tmp/f', '/bin/cat')).stdout).toBe('line\n'.repeat(3000));
  });

  it('waits for input, or says in one line that it cannot', async () => {
    const kernel = await box({ cat: catModule() });
    const { stdout, stderr } = await run(kernel, '/bin/late', '/bin/cat');
    if (canWait) expect([stdout, stderr]).toEqual(['came late\n', '']);
    else {
      expect(stderr).toBe(
        '/bin/cat: cannot wait in fd_read: this browser lacks JavaScript Promise Integration\n',
      );
    }
  });

  it('ends when nobody reads it any more', async () => {
    const kernel = await box({ flood: floodModule('0123456789') });
    expect((await run(kernel, '/bin/ten', '/bin/flood')).status).toBe(exited(signals.PIPE));
  });

  it('traps as a program that aborts', async () => {
    const kernel = await box({ trap: wasmCommand([], '', unreachable) });
    const { status, stderr } = await run(kernel, '/bin/trap');
    expect(stderr).toBe('/bin/trap: trap: unreachable\n');
    // Process 1 is not killed by its own signal.
    expect(status).toBe(exited(128 + signals.ABRT));
  });

  it('is bounded in its memory', async () => {
    const grow = wasmCommand([procExit], '', [...growMemory(1000), ...drop, ...constant(0), ...call(0)]);
    const kernel = await box({ grow }, { limits: { memory: 32 * 1024 * 1024 } });
    expect((await run(kernel, '/bin/grow')).status).toBe(signalled(signals.KILL));
    kernel.cgroup.setLimits({});
    expect((await run(kernel, '/bin/grow')).status).toBe(exited(0));
  });

  it('says what it lacks', async () => {
    const kernel = await box({
      foreign: wasmCommand([{ name: 'path_teleport', parameters: 1 }], '', []),
      torn: helloModule('x').subarray(0, 40),
    });
    expect(await run(kernel, '/bin/foreign')).toMatchObject({
      status: exited(126),
      stderr:
        '/bin/foreign: cannot run: it wants wasi_snapshot_preview1.path_teleport, which is not of wasi_snapshot_preview1\n',
    });
    const torn = await run(kernel, '/bin/torn');
    expect(torn.status).toBe(exited(126));
    expect(torn.stderr).toMatch(/^\/bin\/torn: exec format error: .*\n$/);
  });

  it('is no program where it is a component', async () => {
    const kernel = await box({ component: Uint8Array.from([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]) });
    await expect(run(kernel, '/bin/component')).rejects.toMatchObject({ code: 'ENOEXEC' });
  });
});
