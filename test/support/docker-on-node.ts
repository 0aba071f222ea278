/**
 * Strata's `docker` as a program of this machine, for comparison with the real client:
 * `node docker.mjs ARGS…` (bundled by test/cli/compare.mjs) against `DOCKER_HOST`.
 *
 * With STRATA_RECORD=FILE it writes the engine's answers and the time to that file.
 */
import * as fs from 'node:fs';
import { createDockerMain } from '../../src/cli/index.ts';
import { connectHttp, parseHost } from '../../src/node/http-transport.ts';
import { createNodeSys } from './node-sys.ts';
import { type Exchange, recordingTransport } from './recorded-transport.ts';

const record = process.env['STRATA_RECORD'];
const kept: Exchange[] = [];
const now = Date.now();
const main = createDockerMain((sys) => {
  const transport = connectHttp(parseHost(sys.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock'));
  return record ? recordingTransport(transport, kept) : transport;
});
const sys = createNodeSys({
  argv: ['docker', ...process.argv.slice(2)],
  env: Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >,
  cwd: process.cwd(),
  ...(record ? { now } : {}),
});
const status = await main(sys);
if (record) fs.writeFileSync(record, JSON.stringify({ now, exchanges: kept }));
process.exit(status);
