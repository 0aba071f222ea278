/** `npm run serve`: the Engine API on a Unix socket or a TCP port, for any Docker client. */
import { messageOf } from '../base/index.ts';
import { parseHost, serveHttp } from './http-transport.ts';
import { openState, serveSite, startDaemon } from './machine.ts';

const USAGE = 'usage: serve [--state DIR] --host unix:///PATH|tcp://ADDRESS:PORT';

try {
  const { state, host } = parse(process.argv.slice(2));
  const address = parseHost(host);
  const folder = openState(state);
  const site = await serveSite();
  const daemon = startDaemon(folder, site.url);
  await daemon.ready();
  const server = await serveHttp(daemon.transport, address);
  process.stdout.write(`API listen on ${host}\n`);
  const end = async (): Promise<void> => {
    await server.close();
    await daemon.close();
    folder.release();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
} catch (error) {
  process.stderr.write(`serve: ${messageOf(error)}\n`);
  process.exit(1);
}

function parse(args: readonly string[]): { state: string | undefined; host: string } {
  let state: string | undefined;
  let host: string | undefined;
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = args[at]!.split(/=(.*)/s);
    const value = inline ?? args[++at];
    if (!value) throw new Error(USAGE);
    if (name === '--state') state = value;
    else if (name === '--host' || name === '-H') host = value;
    else throw new Error(`unknown option ${name}\n${USAGE}`);
  }
  if (host === undefined) throw new Error(USAGE);
  return { state, host };
}
