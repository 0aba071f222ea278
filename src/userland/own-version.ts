/** The version that a program calls its own. */
import { parseProgramFile, type Sys } from '../kernel/index.ts';
import { errnoOf, O_RDONLY } from '../posix/index.ts';

/**
 * What its file says: packages of several releases hold the same program, which calls itself what was
 * installed. `followed` is the version whose behaviour it has, for where its file says nothing.
 */
export async function ownVersion(sys: Sys, followed: string): Promise<string> {
  try {
    const fd = await sys.open('/proc/self/exe', O_RDONLY);
    const head = new Uint8Array(256);
    const count = await sys.read(fd, head);
    await sys.close(fd);
    return parseProgramFile(head.subarray(0, count))?.version ?? followed;
  } catch (error) {
    // Without /proc.
    if (errnoOf(error) === undefined) throw error;
    return followed;
  }
}
