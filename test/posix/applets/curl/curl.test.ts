/** curl against a server of this test's: what it sends, prints and returns, as curl does there; and the recording of record.mjs. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { programs } from '../../../../src/userland/index.ts';
import { type Box, bootBox } from '../box.ts';

/** What the platform adds of its own. */
const PLATFORM =
  /^(?:host|connection|accept-encoding|accept-language|sec-fetch-mode|content-length|transfer-encoding|cache-control|pragma|user-agent)$/;

let server: Server;
let box: Box;
let home: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString('latin1')));
    request.on('end', () => {
      const url = new URL(request.url!, 'http://x');
      response.setHeader('Content-Type', 'text/plain');
      if (url.pathname === '/404') response.writeHead(404).end('nothing\n');
      else if (url.pathname === '/503') response.writeHead(503).end('busy\n');
      else if (url.pathname === '/close') request.socket.destroy();
      else if (url.pathname === '/slow') setTimeout(() => response.end('late\n'), 5000).unref();
      else if (url.pathname === '/binary') response.end(Buffer.from([1, 0, 255, 10]));
      else if (url.pathname.startsWith('/to/'))
        response
          .writeHead(Number(url.searchParams.get('as') ?? 302), {
            Location: url.searchParams.get('at') ?? url.pathname.slice(3),
          })
          .end('moved\n');
      else if (url.pathname === '/loop') response.writeHead(302, { Location: '/loop' }).end();
      else if (url.pathname === '/echo') {
        const headers = Object.entries(request.headers).filter(([name]) => !PLATFORM.test(name));
        const shown = headers.map(([name, value]) => `${name}: ${value}\n`).sort();
        const text = `${request.method} ${request.url}\n${shown.join('')}\n${body}\n`;
        response.end(text.replace(/-{4,}[\w-]+/g, 'BOUNDARY').replaceAll('\r', ''));
      } else response.end('hello\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  box = await bootBox({ programs: { curl: programs['curl']! }, fetch });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function run(command: string): Promise<{ out: string; err: string; status: number }> {
  const { stdout, stderr, status } = await box.run(command.replaceAll('@H', home), 15_000);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { out: text(stdout), err: text(stderr), status };
}

const FORM = 'content-type: application/x-www-form-urlencoded\n';

it.each([
  ['curl -s @H/hello', 'hello\n'],
  ['curl -s -o out @H/hello; cat out; curl -s -O @H/hello; cat hello', 'hello\nhello\n'],
  [
    'curl -s --create-dirs -o a/b/c @H/hello; cat a/b/c; curl -s --output-dir d -O @H/x; cat d/x',
    'hello\nhello\n',
  ],
  ['curl -s @H/404', 'nothing\n'],
  ['curl -s "@H/to/hello?as=302"', 'moved\n'],
  ['curl -sL "@H/to/hello?as=302"', 'hello\n'],
  [
    "curl -sL -w '%{http_code} %{num_redirects} %{size_download} %{method}\\n' '@H/to/hello?as=302'",
    'hello\n200 1 6 GET\n',
  ],
  ["curl -s -w '%{http_code}\\t%%x %{content_type}\\n' @H/hello", 'hello\n200\t%x text/plain\n'],
  ['curl -s -I @H/404 | head -1', 'HTTP/1.1 404 Not Found\r\n'],
  ['curl -s -d a=1 -d b=2 @H/echo', `POST /echo\naccept: */*\n${FORM}\na=1&b=2\n`],
  ['curl -s -d @f @H/echo', `POST /echo\naccept: */*\n${FORM}\nonetwothree\n`],
  ['curl -s --data-binary @f @H/echo', `POST /echo\naccept: */*\n${FORM}\none\ntwo\nthree\n\n`],
  ['curl -s --data-raw @f @H/echo', `POST /echo\naccept: */*\n${FORM}\n@f\n`],
  [
    "curl -s --data-urlencode 'x=a b&c/ü!' --data-urlencode '=p q' --data-urlencode 'z w' --data-urlencode n@f @H/echo",
    `POST /echo\naccept: */*\n${FORM}\nx=a+b%26c%2F%C3%BC%21&p+q&z+w&n=one%0Atwo%0Athree%0A\n`,
  ],
  ["curl -s -G -d a=1 --data-urlencode 'b=x y' '@H/echo?z=0'", 'GET /echo?z=0&a=1&b=x+y\naccept: */*\n\n\n'],
  ['curl -s -X DELETE @H/echo', 'DELETE /echo\naccept: */*\n\n\n'],
  ['curl -s -T f @H/echo', 'PUT /echo\naccept: */*\n\none\ntwo\nthree\n\n'],
  [
    'curl -s --json \'{"a":1}\' @H/echo',
    'POST /echo\naccept: application/json\ncontent-type: application/json\n\n{"a":1}\n',
  ],
  ["curl -s -H 'X-A: b' -H 'X-E;' @H/echo", 'GET /echo\naccept: */*\nx-a: b\nx-e: \n\n\n'],
  [
    "curl -s -e http://r/ -b 'a=1; b=2' -u u:p @H/echo",
    'GET /echo\naccept: */*\nauthorization: Basic dTpw\ncookie: a=1; b=2\nreferer: http://r/\n\n\n',
  ],
  ['curl -sL -d a=1 "@H/to/echo?as=302"', 'GET /echo\naccept: */*\n\n\n'],
  ['curl -sL -d a=1 "@H/to/echo?as=307"', `POST /echo\naccept: */*\n${FORM}\na=1\n`],
  ['echo piped | curl -s -d @- @H/echo', `POST /echo\naccept: */*\n${FORM}\npiped\n`],
  [
    "curl -s -o 'o#1' '@H/{hello,404}'; cat ohello o404; curl -s '@H/x[1-3]'",
    'hello\nnothing\nhello\nhello\nhello\n',
  ],
  ['curl --retry 1 -s -o out -w "%{http_code}\\n" @H/503', '503\n503\n'],
])('%s', async (command, out) => {
  expect(await run(command)).toEqual({ out, err: '', status: 0 });
});

it.each([
  ['curl -sSf @H/404', 22, 'curl: (22) The requested URL returned error: 404\n'],
  ['curl -sf @H/404', 22, ''],
  ['curl -sSL --max-redirs 3 @H/loop', 47, 'curl: (47) Maximum (3) redirects followed\n'],
  ['curl -sS @H/close', 52, 'curl: (52) Empty reply from server\n'],
  ['curl -sS foo://x/', 1, 'curl: (1) Protocol "foo" not supported\n'],
  [
    'curl -sS http://127.0.0.1:2/',
    7,
    /^curl: \(7\) Failed to connect to 127\.0\.0\.1 port 2 after \d+ ms: Could not connect to server\n$/,
  ],
  [
    'curl -sS -m 1 @H/slow',
    28,
    /^curl: \(28\) Operation timed out after 1\d\d\d milliseconds with 0 bytes received\n$/,
  ],
  ['curl --nosuch @H/', 2, /^curl: option --nosuch: is unknown\ncurl: try /],
  ['curl -o', 2, /^curl: option -o: requires parameter\n/],
  ['curl', 2, /^curl: \(2\) no URL specified\n/],
  ['curl -sS -o /nope/x @H/hello', 23, /^curl: \(23\) /],
  ['curl -sS -d @nofile @H/echo', 26, 'curl: (26) Failed to open nofile\n'],
  ['curl -s -O @H/', 23, ''],
])('%s fails', async (command, status, err) => {
  const got = await run(command);
  expect(got.status).toBe(status);
  if (typeof err === 'string') expect(got.err).toBe(err);
  else expect(got.err).toMatch(err);
});

interface Recorded {
  readonly args: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}
const recorded = JSON.parse(
  readFileSync(new URL('recorded.json', import.meta.url), 'utf8'),
) as readonly Recorded[];

it.each(recorded)('takes $args.6 for no URL', async ({ args, stdout, stderr, status }) => {
  const quoted = args.map((arg) => `'${arg}'`).join(' ');
  expect(await run(`curl ${quoted}`)).toEqual({ out: stdout, err: stderr, status });
});

// As curl 8.14.1 prints them there.
it.each([
  ['-e http://ref/ -w "[%{referer}]" @H/hello', 0, 'hello\n[http://ref/]', ''],
  ['-L -e ";auto" -w "[%{referer}]" @H/to/echo', 0, /\nreferer: @H\/to\/echo\n\s+\[@H\/to\/echo\]$/, ''],
  ['-L -e http://ref -w "[%{referer}]" @H/to/hello', 0, 'hello\n[http://ref]', ''],
  ['-H Referer:abc -w "[%{referer}]" @H/hello', 0, 'hello\n[]', ''],
  ['-w "[%{redirect_url}]" @H/to/x?at=http://h:ab/', 0, 'moved\n[http://h:ab/]', ''],
  [
    '-L -w "[%{url_effective} %{num_redirects} %{http_code}]" "@H/to/x?at=http://a%20b/"',
    3,
    '[@H/to/x?at=http://a%20b/ 1 302]',
    'curl: (3) The redirect target URL could not be parsed: Bad hostname\n',
  ],
  [
    '-L @H/to/x?at=foo://y/',
    1,
    '',
    'curl: (1) The redirect target URL could not be parsed: Unsupported URL scheme\n',
  ],
  [
    "''",
    2,
    '',
    "curl: option : blank argument where content is expected\ncurl: try 'curl --help' or 'curl --manual' for more information\n",
  ],
])('curl -sS %s', async (args, status, out, err) => {
  const got = await run(`curl -sS ${args}`);
  const shown = got.out.replaceAll(home, '@H');
  expect({ ...got, out: '' }).toEqual({ out: '', err, status });
  if (typeof out === 'string') expect(shown).toBe(out);
  else expect(shown).toMatch(out);
});

it('sends forms with files', async () => {
  const { out } = await run("curl -s -F a=1 -F 'b=@f;type=text/x' -F 'c=<f' @H/echo");
  expect(out).toContain('Content-Disposition: form-data; name="a"\n\n1\n');
  expect(out).toContain('name="b"; filename="f"\nContent-Type: text/x\n\none\ntwo\nthree\n');
  expect(out).toContain('name="c"\n\none\ntwo\nthree\n');
});

it('tells how far it is', async () => {
  const { err } = await run('curl -o out @H/hello');
  expect(err).toMatch(/^ {2}% Total {4}% Received % Xferd/);
  expect(err).toMatch(/\r100 {5}6 {2}100 {5}6 {4}0 {5}0 +\d+ +0 --:--:-- --:--:-- --:--:-- +\d+\n$/);
});

it('shows what is sent and what comes', async () => {
  const { err } = await run('curl -sv @H/hello');
  expect(err).toMatch(
    /^> GET \/hello HTTP\/1\.1\n> Host: 127\.0\.0\.1:\d+\n> User-Agent: curl\/[\d.]+\n> Accept: \*\/\*\n> \n< HTTP\/1\.1 200 OK\n/,
  );
});
