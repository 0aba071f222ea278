/**
 * A program of the laptop on this process's own descriptors: on a terminal where it stands on one,
 * else between pipes.
 */
import { type ByteSink, type ByteSource, chunksOf } from '../base/index.ts';
import type { Laptop } from '../laptop/index.ts';
import { signals } from '../posix/index.ts';

/** Runs until the program ends; answers its exit status. */
export async function runHere(laptop: Laptop, argv: readonly string[] | undefined): Promise<number> {
  const onTerminal = process.stdin.isTTY && process.stdout.isTTY;
  return onTerminal ? runOnTerminal(laptop, argv) : runPiped(laptop, argv ?? ['bash', '-l']);
}

async function runOnTerminal(laptop: Laptop, argv: readonly string[] | undefined): Promise<number> {
  const { stdin, stdout } = process;
  const size = () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 });
  const session = await laptop.openTerminal(size(), argv);
  stdout.on('resize', () => session.resize(size()));
  stdin.setRawMode(true);
  try {
    void feed(session.connection.sink);
    await drain(session.connection.source, stdout);
    return await session.exit;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
}

async function runPiped(laptop: Laptop, argv: readonly string[]): Promise<number> {
  const program = await laptop.startPiped(argv);
  for (const [name, number] of [
    ['SIGINT', signals.INT],
    ['SIGTERM', signals.TERM],
  ] as const) {
    process.on(name, () => program.signal(number));
  }
  void feed(program.stdin);
  await Promise.all([drain(program.stdout, process.stdout), drain(program.stderr, process.stderr)]);
  return program.exit;
}

async function feed(sink: ByteSink): Promise<void> {
  try {
    for await (const chunk of process.stdin) await sink.write(new Uint8Array(chunk));
    sink.end();
  } catch {
    // The program reads no more.
  }
}

async function drain(source: ByteSource, stream: NodeJS.WriteStream): Promise<void> {
  try {
    for await (const chunk of chunksOf(source)) {
      await new Promise<void>((resolve, reject) =>
        stream.write(chunk, (error) => (error ? reject(error) : resolve())),
      );
    }
  } catch (error) {
    // Nobody reads us any more: the program gets SIGPIPE at its next write.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
