/**
 * hello: prints the text that its own file holds behind the header's zero byte, as hello-world's
 * program prints the text compiled into it.
 */
import { type Main, writeAll } from '../../kernel/index.ts';
import { errnoOf, O_RDONLY } from '../../posix/index.ts';

export const main: Main = async (sys) => {
  try {
    const fd = await sys.open(sys.argv[0]?.includes('/') ? sys.argv[0] : '/proc/self/exe', O_RDONLY);
    const buffer = new Uint8Array(65_536);
    let inText = false;
    for (let count = await sys.read(fd, buffer); count > 0; count = await sys.read(fd, buffer)) {
      const from = inText ? 0 : buffer.subarray(0, count).indexOf(0) + 1;
      if (!inText && from === 0) continue;
      inText = true;
      await writeAll(sys, 1, buffer.subarray(from, count));
    }
    return 0;
  } catch (error) {
    if (errnoOf(error)) return 1;
    throw error;
  }
};
