/** What curl's options make of a URL: method, headers, body. */
import { encode, toBase64 } from '../../../base/index.ts';
import { bytesOfBinary, errnoOf, textOf } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import { binaryOfBytes, type Io, type Reader } from '../../io.ts';
import { askPassword } from '../../passwords.ts';
import type { Given } from './options.ts';
import { CurlProblem } from './problem.ts';
import { parseUrl } from './url.ts';

export const VERSION = '8.14.1';

export interface CurlRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer> | FormData | undefined;
  /** What `-e` says where the request comes from; a header of the user's own is not it. */
  readonly referer: string | undefined;
}

/** Builds the request for one URL. @throws CurlProblem */
export async function requestFor(io: Io, given: Given, text: string): Promise<CurlRequest> {
  const data = await readData(io, given);
  const url = parseUrl(text);
  const query = [
    ...(given.has('get') && data ? [binaryOfBytes(data.bytes)] : []),
    ...(await Promise.all(given.values('url-query').map((part) => urlEncoded(io, part)))),
  ];
  for (const part of query) url.search += (url.search === '' ? '' : '&') + part;
  const form = given.has('form') || given.has('form-string') ? await readForm(io, given) : undefined;
  const upload = given.value('upload-file');
  const sent = given.has('get') ? undefined : data?.bytes;
  const body = form ?? (upload === undefined ? sent : await readAll(io, upload));
  if (upload !== undefined && url.pathname.endsWith('/') && upload !== '-')
    url.pathname += encodeURIComponent(upload.replace(/^.*\//, ''));
  const usual = given.has('head') ? 'HEAD' : upload !== undefined ? 'PUT' : body ? 'POST' : 'GET';
  return {
    url,
    method: given.value('request') ?? usual,
    headers: await headersFor(io, given, url, sent === undefined ? undefined : data?.type),
    body,
    referer: refererOf(given),
  };
}

interface Data {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** All data options as one body, joined by `&`. */
async function readData(io: Io, given: Given): Promise<Data | undefined> {
  let joined = '';
  let found = false;
  let json = false;
  for (const [name, value] of given.all) {
    if (!/^(?:data(?:-|$)|json$)/.test(name)) continue;
    const part = await dataOf(io, name, value);
    // Pieces of JSON follow one another.
    joined += (found && name !== 'json' ? '&' : '') + part;
    found = true;
    json ||= name === 'json';
  }
  if (!found) return undefined;
  return {
    bytes: bytesOfBinary(joined) as Uint8Array<ArrayBuffer>,
    type: json ? 'application/json' : 'application/x-www-form-urlencoded',
  };
}

async function dataOf(io: Io, name: string, value: string): Promise<string> {
  if (name === 'data-urlencode') return urlEncoded(io, value);
  const plain = binaryOfBytes(encode(value));
  if (name === 'data-raw' || !value.startsWith('@')) return plain;
  const contents = binaryOfBytes(await readAll(io, value.slice(1)));
  return name === 'data' || name === 'data-ascii' ? contents.replace(/[\r\n\0]/g, '') : contents;
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`. */
async function urlEncoded(io: Io, value: string): Promise<string> {
  const found = /^([^=@]*)([=@])(.*)$/s.exec(value);
  const percent = (text: string) =>
    encodeURIComponent(text)
      .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+');
  if (!found) return percent(value);
  const [, name = '', kind, rest = ''] = found;
  const content = kind === '@' ? textOf(await readAll(io, rest)) : rest;
  return name === '' ? percent(content) : `${name}=${percent(content)}`;
}

async function readForm(io: Io, given: Given): Promise<FormData> {
  const form = new FormData();
  for (const [option, value] of given.all) {
    if (option !== 'form' && option !== 'form-string') continue;
    const equals = value.indexOf('=');
    if (equals < 0) throw new CurlProblem(2, 'Illegally formatted input field');
    const name = value.slice(0, equals);
    const content = value.slice(equals + 1);
    if (option === 'form-string' || !/^[@<]/.test(content)) {
      form.append(name, option === 'form' ? content.replace(/;type=.*$/, '') : content);
      continue;
    }
    const [path = '', ...settings] = content.slice(1).split(';');
    const setting = (key: string) =>
      settings
        .find((each) => each.trim().startsWith(`${key}=`))
        ?.trim()
        .slice(key.length + 1);
    const bytes = await readAll(io, path);
    if (content.startsWith('<')) form.append(name, textOf(bytes));
    else {
      const blob = new Blob([bytes], { type: setting('type') ?? typeOf(path) });
      form.append(name, blob, setting('filename')?.replace(/^"(.*)"$/, '$1') ?? path.replace(/^.*\//, ''));
    }
  }
  return form;
}

const TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'application/xml',
};

const typeOf = (path: string): string =>
  TYPES[path.replace(/^.*\./, '').toLowerCase()] ?? 'application/octet-stream';

/** A file's contents, or all of stdin. @throws CurlProblem 26 */
async function readAll(io: Io, path: string): Promise<Uint8Array<ArrayBuffer>> {
  let reader: Reader;
  try {
    reader = await io.openInput(path);
  } catch (error) {
    if (!errnoOf(error)) throw error;
    throw new CurlProblem(26, `Failed to open ${path}`);
  }
  const binary = await reader.rest();
  await reader.close();
  return bytesOfBinary(binary) as Uint8Array<ArrayBuffer>;
}

/** Behind a `;auto` it is the page before from the first redirect on. */
export const refererOf = (given: Given): string | undefined =>
  given.value('referer')?.replace(/;auto$/, '') || undefined;

async function headersFor(
  io: Io,
  given: Given,
  url: URL,
  type: string | undefined,
): Promise<(readonly [string, string])[]> {
  const headers: [string, string][] = [];
  const user = given.value('user') ?? credentialsOf(url);
  url.username = '';
  url.password = '';
  if (user !== undefined) {
    const full = user.includes(':')
      ? user
      : `${user}:${(await askPassword(io, `Enter host password for user '${user}':`)) ?? ''}`;
    headers.push(['Authorization', `Basic ${toBase64(encode(full))}`]);
  }
  const token = given.value('oauth2-bearer');
  if (token !== undefined) headers.push(['Authorization', `Bearer ${token}`]);
  headers.push(['User-Agent', given.value('user-agent') ?? `curl/${VERSION}`]);
  headers.push(['Accept', type === 'application/json' ? type : '*/*']);
  const referer = refererOf(given);
  if (referer !== undefined) headers.push(['Referer', referer]);
  const cookies = await cookiesOf(io, given, url);
  if (cookies) headers.push(['Cookie', cookies]);
  if (type) headers.push(['Content-Type', type]);
  const own = (await Promise.all(given.values('header').map((line) => linesOf(io, line)))).flat();
  for (const line of own) {
    const found = /^([^:;]+)([:;])\s*(.*)$/.exec(line);
    if (!found) continue;
    const [, name = '', kind, value = ''] = found;
    const usual = headers.findIndex(([other]) => other.toLowerCase() === name.toLowerCase());
    if (usual >= 0) headers.splice(usual, 1);
    // A name with nothing behind its colon takes the header away; a semicolon sends it empty.
    if (value !== '' || kind === ';') headers.push([name, value]);
  }
  return headers;
}

async function linesOf(io: Io, value: string): Promise<string[]> {
  if (!value.startsWith('@')) return [value];
  return textOf(await readAll(io, value.slice(1)))
    .split(/\r?\n/)
    .filter(Boolean);
}

function credentialsOf({ username, password }: URL): string | undefined {
  return username === '' ? undefined : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
}

/** Cookies as given, or of a file in Netscape's format. */
async function cookiesOf(io: Io, given: Given, url: URL): Promise<string> {
  const cookies: string[] = [];
  for (const value of given.values('cookie')) {
    if (value.includes('=')) cookies.push(value);
    else {
      const text = (await readSmallFile(io.sys, value)) ?? '';
      for (const line of text.split('\n')) {
        const [domain = '', , path = '', secure, , name, content] = line
          .replace(/^#HttpOnly_/, '')
          .split('\t');
        if (name === undefined || line.startsWith('# ')) continue;
        const bare = domain.replace(/^\./, '');
        if (url.hostname !== bare && !url.hostname.endsWith(`.${bare}`)) continue;
        if (!url.pathname.startsWith(path) || (secure === 'TRUE' && url.protocol !== 'https:')) continue;
        cookies.push(`${name}=${content ?? ''}`);
      }
    }
  }
  return cookies.join('; ');
}
