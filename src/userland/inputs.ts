/** The loop of all programs that read named files, or stdin where none is named. */
import type { Io, Reader } from './io.ts';

export interface InputStyle {
  /** Message when a file cannot be opened; `path` otherwise. */
  readonly cannotOpen?: (path: string) => string;
  /** Message when reading fails. */
  readonly cannotRead?: (path: string) => string;
}

/** busybox's words for an input of cat, tail and their kin. */
export const quoted: InputStyle = {
  cannotOpen: (path) => `can't open '${path}'`,
  cannotRead: () => 'read error',
};

/** Runs a step over each input; what fails is reported and the rest goes on. Answers 1 if any failed, else 0. */
export async function eachInput(
  io: Io,
  paths: readonly string[],
  step: (reader: Reader, path: string) => Promise<void>,
  style: InputStyle = {},
): Promise<number> {
  let status = 0;
  for (const path of paths.length > 0 ? paths : ['-']) {
    let reader: Reader;
    try {
      reader = await io.openInput(path);
    } catch (error) {
      io.warnErrno(style.cannotOpen?.(path) ?? path, error);
      status = 1;
      continue;
    }
    try {
      await step(reader, path);
    } catch (error) {
      io.warnErrno(style.cannotRead?.(path) ?? path, error);
      status = 1;
    } finally {
      await reader.close();
    }
  }
  return status;
}

/** Runs a step over each line of all inputs, without delimiters; `terminated` is false for a last line that has none. */
export function eachLine(
  io: Io,
  paths: readonly string[],
  step: (line: string, terminated: boolean) => void,
  style: InputStyle = {},
): Promise<number> {
  return eachInput(
    io,
    paths,
    async (reader) => {
      for (;;) {
        let line = reader.line();
        if (line instanceof Promise) line = await line;
        if (line === undefined) return;
        step(line, reader.terminated);
        const pumped = io.pump();
        if (pumped instanceof Promise) await pumped;
      }
    },
    style,
  );
}
