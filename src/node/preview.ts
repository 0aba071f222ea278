/** `npm start`: serves the built page on this machine and prints its address. */
import { messageOf } from '../base/index.ts';
import { serveStatic } from './static-server.ts';

const DIST = new URL('../../dist', import.meta.url).pathname;
const USAGE = 'usage: npm start -- [--port PORT] [--prefix /PATH/]';

try {
  const { port, prefix } = parse(process.argv.slice(2));
  const server = await serveStatic(DIST, { port, prefix });
  process.stdout.write(`Strata is at ${server.url}\n`);
} catch (error) {
  const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(
    busy ? 'npm start: the port is taken; npm start -- --port 0 takes a free one\n' : `${messageOf(error)}\n`,
  );
  process.exit(1);
}

function parse(args: readonly string[]): { port: number; prefix: string } {
  let port = 4173;
  let prefix = '/';
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = args[at]!.split(/=(.*)/s);
    const value = inline ?? args[++at];
    if (!value) throw new Error(USAGE);
    if (name === '--port' && /^\d{1,5}$/.test(value)) port = Number(value);
    else if (name === '--prefix' && /^\/(.*\/)?$/.test(value)) prefix = value;
    else throw new Error(`unknown option ${name} ${value}\n${USAGE}`);
  }
  return { port, prefix };
}
