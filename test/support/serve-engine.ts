/** Serves the real engine of `real-engine.ts` for clients: `node test/support/serve-engine.ts unix:///tmp/strata.sock` */
import { parseHost, serveHttp } from '../../src/node/http-transport.ts';
import { openRealEngine } from './real-engine.ts';

// No await at the top level: in a bundle, parts that load later wait for this module to be done.
void serve(process.argv[2] ?? 'unix:///tmp/strata.sock');

async function serve(host: string): Promise<void> {
  const { api } = await openRealEngine();
  await serveHttp(api, parseHost(host));
  console.log('listening');
}
