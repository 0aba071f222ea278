/**
 * Strata's `docker` as a program of this machine, for comparison with the real client:
 * bundled and run by test/cli/compare.mjs against `DOCKER_HOST`, its words in STRATA_ARGS.
 *
 * With STRATA_RECORD=FILE it writes the engine's answers, its words and the time to that file.
 */
import * as fs from 'node:fs';
import { createDockerMain } from '../../src/cli/index.ts';
import { connectHttp, parseHost } from '../../src/node/http-transport.ts';
import { createNodeSys } from './node-sys.ts';
import { type Exchange, recordingTransport } from './recorded-transport.ts';

const record = process.env['STRATA_RECORD'];
const kept: Exchange[] = [];
const now = Date.now();
// Ends with a NUL of its own.
const words = Buffer.from(process.env['STRATA_ARGS'] ?? '', 'base64')
  .toString()
  .split('\0')
  .slice(0, -1);
const main = createDockerMain((sys) => {
  const transport = connectHttp(parseHost(sys.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock'));
  return record ? recordingTransport(transport, kept) : transport;
});
const sys = createNodeSys({
  argv: ['docker', ...words],
  env: Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >,
  cwd: process.cwd(),
  ...(record ? { now } : {}),
});
const status = await main(sys);
if (record) fs.writeFileSync(record, JSON.stringify({ words, now, exchanges: kept }));
process.exit(status);
