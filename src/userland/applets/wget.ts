/**
 * wget: files from the web, by the one network call there is.
 *
 * What busybox's wget tells of addresses and sockets is not to be known here: a request goes out or it
 * does not.
 */
import { writeAll } from '../../kernel/index.ts';
import { errnoOf, O_CREAT, O_TRUNC, O_WRONLY } from '../../posix/index.ts';
import { applet, type Io } from '../io.ts';
import { type Options, parseOptions } from '../options.ts';
import { joinPath } from '../paths.ts';

const LONG = {
  continue: 'c',
  quiet: 'q',
  'server-response': 'S',
  'output-document': 'O',
  'output-file': 'o',
  'directory-prefix': 'P',
  timeout: 'T',
  tries: 't',
  'user-agent': 'U',
  spider: '!spider',
  header: '!header:',
  'post-data': '!post:',
  'no-check-certificate': '!insecure',
  'no-verbose': '!brief',
};

export const main = applet({
  usage: '[-cqS] [--spider] [-O FILE] [-P DIR] [-T SEC] [-U AGENT] [--header STR] [--post-data STR] URL...',
  about: 'Retrieve files via HTTP',
  async run(io) {
    const options = parseOptions(io, 'cqSO:o:P:T:t:U:', { min: 1, long: LONG });
    let status = 0;
    for (const text of options.operands) if (!(await fetchOne(io, options, text))) status = 1;
    return status;
  },
});

async function fetchOne(io: Io, options: Options, text: string): Promise<boolean> {
  const url = urlOf(io, text);
  const tell = (message: string) => {
    if (!options.has('q')) io.printError(message);
  };
  tell(`Connecting to ${url.host}\n`);
  await io.flush();
  let response: Response;
  try {
    response = await io.sys.fetch(url.href, requestOf(options));
  } catch (error) {
    return refused(io, url, error);
  }
  if (options.has('S')) {
    io.printError(`  HTTP/1.1 ${response.status} ${response.statusText}\n`);
    for (const [name, value] of response.headers) io.printError(`  ${name}: ${value}\n`);
  }
  if (!response.ok) {
    io.warn(`server returned error: HTTP/1.1 ${response.status} ${response.statusText}`.trimEnd());
    return false;
  }
  if (options.has('!spider')) {
    tell('remote file exists\n');
    return true;
  }
  return save(io, options, url, response, tell);
}

function urlOf(io: Io, text: string): URL {
  const full = text.includes('://') ? text : `http://${text}`;
  if (!/^https?:/.test(full)) return io.die(`only http and https are spoken here: ${text}`);
  try {
    return new URL(full);
  } catch {
    return io.die(`bad address '${text}'`);
  }
}

function requestOf(options: Options): RequestInit {
  const headers = options.values('!header').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as [string, string];
  });
  const body = options.value('!post');
  if (body !== undefined) headers.push(['Content-Type', 'application/x-www-form-urlencoded']);
  return body === undefined ? { headers } : { method: 'POST', headers, body };
}

function refused(io: Io, url: URL, error: unknown): boolean {
  const reason = errnoOf(error);
  if (reason === 'EINTR') throw error;
  if (reason) io.warnErrno(`can't connect to remote host (${url.hostname})`, error);
  else
    io.warn(
      `can't connect to remote host (${url.hostname}): no answer, or it does not answer to other sites' pages`,
    );
  return false;
}

async function save(
  io: Io,
  options: Options,
  url: URL,
  response: Response,
  tell: (message: string) => void,
): Promise<boolean> {
  const name = url.pathname.replace(/\/+$/, '').replace(/^.*\//, '') || 'index.html';
  const path = options.value('O') ?? joinPath(options.value('P') ?? '.', name).replace(/^\.\//, '');
  const toStdout = path === '-';
  let fd = 1;
  if (toStdout) tell('writing to stdout\n');
  else {
    try {
      fd = await io.sys.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    } catch (error) {
      io.warnErrno(`can't open '${path}'`, error);
      return false;
    }
    tell(`saving to '${path}'\n`);
  }
  let total = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader!.read()) {
    await io.flush();
    await writeAll(io.sys, fd, next.value);
    total += next.value.length;
  }
  if (!toStdout) await io.sys.close(fd);
  tell(
    `${(toStdout ? '-' : path).padEnd(20).slice(0, 20)} 100% |${'*'.repeat(32)}| ${String(total).padStart(5)}  0:00:00 ETA\n`,
  );
  tell(toStdout ? 'written to stdout\n' : `'${path}' saved\n`);
  return true;
}
