/** The version that node calls its own. */
import { parseProgramFile, type Sys } from '../../../kernel/index.ts';
import { errnoOf, O_RDONLY } from '../../../posix/index.ts';

/**
 * The version of Node whose library and messages this follows: what Alpine 3.22's nodejs is.
 *
 * test/node-program is recorded with the node that was there, 20.20; where that one differs from 22 a case
 * is listed in exceptions.json.
 */
const FOLLOWED = '22.16.0';

/** What its file says, as packages of other releases do: the same program, which calls itself what was installed. */
export async function versionOf(sys: Sys): Promise<string> {
  try {
    const fd = await sys.open('/proc/self/exe', O_RDONLY);
    const head = new Uint8Array(256);
    const count = await sys.read(fd, head);
    await sys.close(fd);
    return parseProgramFile(head.subarray(0, count))?.version ?? FOLLOWED;
  } catch (error) {
    // Without /proc.
    if (errnoOf(error) === undefined) throw error;
    return FOLLOWED;
  }
}
