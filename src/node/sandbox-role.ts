/** A sandbox's thread: one container, or one RUN step. */
import { portOf, systemClock, systemRandom } from '../base/index.ts';
import { siteFetch } from '../registry/index.ts';
import { serveSandbox } from '../sandbox/index.ts';
import { openBlob } from './blobs.ts';
import type { SandboxRole } from './roles.ts';

export function start({ base, port }: SandboxRole): void {
  serveSandbox(portOf(port as never), {
    openBlob,
    clock: systemClock,
    random: systemRandom,
    fetch: siteFetch(base, fetch),
  });
}
