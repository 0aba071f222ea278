/** A laptop in memory, without an engine; its disk can be kept for a second boot. */
import { StrataError, systemClock, systemRandom } from '../../src/base/index.ts';
import { type Laptop, type PageApi, startLaptop } from '../../src/laptop/index.ts';
import { openBlob } from '../../src/node/blobs.ts';
import { type Backend, createMemoryBackend } from '../../src/store/index.ts';

export function startTestLaptop(
  options: { readonly disk?: Backend; readonly page?: PageApi } = {},
): Promise<Laptop> {
  return startLaptop({
    disk: options.disk ?? createMemoryBackend(),
    clock: systemClock,
    random: systemRandom,
    openBlob,
    connect(host) {
      throw new StrataError('ECONNREFUSED', `no engine here${host ? ` at ${host}` : ''}`);
    },
    ...(options.page ? { page: options.page } : {}),
  });
}
