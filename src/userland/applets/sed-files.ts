/** The files that sed's w command and flag write. */
import { writeAll } from '../../kernel/index.ts';
import { bytesOfBinary, O_CREAT, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import type { Io } from '../io.ts';

interface SedFiles {
  readonly io: Io;
  readonly files: Map<string, number>;
  readonly put: (text: string) => void;
}

/** Appends to a file of the w command or flag; all are made anew when first used in a run. */
export async function writeTo(run: SedFiles, path: string, text: string): Promise<void> {
  if (path === '/dev/stdout') return run.put(text);
  if (path === '/dev/stderr') return run.io.printError(text);
  let fd = run.files.get(path);
  if (fd === undefined) {
    fd = await run.io.sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    run.files.set(path, fd);
  }
  await writeAll(run.io.sys, fd, bytesOfBinary(text));
}
