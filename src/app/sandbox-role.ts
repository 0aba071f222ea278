/** A sandbox's worker: one container, or one RUN step. */
import { portOf, systemClock, systemRandom } from '../base/index.ts';
import { siteFetch } from '../registry/index.ts';
import { serveSandbox } from '../sandbox/index.ts';
import { openBlob } from './blobs.ts';
import type { SandboxRole } from './roles.ts';

export function start(role: SandboxRole): void {
  serveSandbox(portOf(globalThis as never), {
    openBlob,
    clock: systemClock,
    random: systemRandom,
    fetch: siteFetch(role.base, globalThis.fetch.bind(globalThis)),
  });
}
