/** Serves the real engine of `real-engine.ts` for clients: `node test/support/serve-engine.ts unix:///tmp/strata.sock` */
import { parseHost, serveHttp } from '../../src/node/http-transport.ts';
import { openRealEngine } from './real-engine.ts';

const { api } = await openRealEngine();
await serveHttp(api, parseHost(process.argv[2] ?? 'unix:///tmp/strata.sock'));
console.log('listening');
