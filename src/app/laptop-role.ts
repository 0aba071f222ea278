/** The laptop's worker: its disk in IndexedDB, its kernel, and its files for the engine's bind mounts. */
import { connectOverPort } from '../api/index.ts';
import { connect, portOf, StrataError, systemClock, systemRandom } from '../base/index.ts';
import { type Laptop, serveHost, serveLaptop, startLaptop } from '../laptop/index.ts';
import { openBlob } from './blobs.ts';
import type { LaptopRole, PageRoleApi } from './roles.ts';
import { openBackend } from './storage.ts';

export function start(role: LaptopRole): void {
  const page = connect<PageRoleApi>(portOf(role.page as never));
  const engine = connectOverPort(portOf(role.api as never));
  const dockerRoot = serveHost(portOf(role.host as never), async () => (await starting).files);
  const starting: Promise<Laptop> = openBackend(`strata-${role.sandbox}-laptop`).then(
    ({ backend, temporary }) => {
      if (temporary) page.tell('temporary');
      return startLaptop({
        disk: backend,
        clock: systemClock,
        random: systemRandom,
        fetch: lateFetch(role.base),
        dockerRoot,
        openBlob,
        connect(host) {
          if (host === undefined) return engine;
          throw new StrataError(
            'ECONNREFUSED',
            `a page cannot reach ${host}: unset DOCKER_HOST, or run npm run shell`,
          );
        },
        page: {
          openEditor: (path) => page.remote.openEditor(path),
          commandRan: (command, exit) => page.tell('commandRan', command, exit),
        },
      });
    },
  );
  serveLaptop(portOf(role.control as never), starting);
}

/** No prompt waits for what wget needs. */
function lateFetch(base: string): typeof fetch {
  return async (input, init) => {
    const { siteFetch } = await import('../registry/index.ts');
    return siteFetch(base, globalThis.fetch.bind(globalThis))(input, init);
  };
}
