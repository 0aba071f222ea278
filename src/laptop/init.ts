/** Process 1 of the laptop: waits for those whose parents are gone. */
import type { Main } from '../kernel/index.ts';
import { errnoOf, signals } from '../posix/index.ts';

export const init: Main = async (sys) => {
  sys.sigaction(signals.CHLD, { handler: () => {} });
  for (;;) {
    try {
      await sys.wait(-1);
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ECHILD') await nextSignal(() => sys.pause());
      else if (code !== 'EINTR') throw error;
    }
  }
};

async function nextSignal(pause: () => Promise<never>): Promise<void> {
  try {
    await pause();
  } catch (error) {
    if (errnoOf(error) !== 'EINTR') throw error;
  }
}
