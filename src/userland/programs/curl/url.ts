/** curl's URLs: what it takes for one, and what it says of what is none. @see libcurl-url(3), CURLUcode */
import { CurlProblem } from './problem.ts';

const MALFORMED = 'Malformed input to a URL function';
const NO_HOST = 'No host part in the URL';
const BAD_HOST = 'Bad hostname';
const BAD_ADDRESS = 'Bad IPv6 address';
const BAD_PORT = 'Port number was not a decimal number between 0 and 65535';
const BAD_SLASHES = 'Unsupported number of slashes following scheme';

/** The URL that a word stands for, which may come without its scheme. @throws CurlProblem 1, 3, 6 */
export function parseUrl(text: string): URL {
  const problem = problemOf(text);
  if (problem !== undefined) throw new CurlProblem(3, `URL rejected: ${problem}`);
  const scheme = schemeOf(text);
  if (scheme !== undefined && !/^https?$/.test(scheme))
    throw new CurlProblem(1, `Protocol "${scheme}" not supported`);
  try {
    return new URL(scheme === undefined ? `http://${text}` : text);
  } catch {
    // curl would ask a name server for what the platform takes for no host's name.
    throw new CurlProblem(6, `Could not resolve host: ${hostAndPort(text).host}`);
  }
}

/** Where a redirect leads. @throws CurlProblem 1, 3 */
export function redirectUrl(place: string, from: URL): URL {
  const rejected = (status: number, why: string) =>
    new CurlProblem(status, `The redirect target URL could not be parsed: ${why}`);
  const absolute =
    schemeOf(place) !== undefined ? place : place.startsWith('//') ? `http:${place}` : undefined;
  // A blank is taken for one that is encoded.
  const problem = absolute === undefined ? undefined : problemOf(absolute.replaceAll(' ', '%20'));
  if (problem !== undefined) throw rejected(3, problem);
  if (!URL.canParse(place, from.href)) throw rejected(3, BAD_HOST);
  const url = new URL(place, from);
  if (!/^https?:$/.test(url.protocol)) throw rejected(1, 'Unsupported URL scheme');
  return url;
}

/** A scheme in small letters; undefined where there is none. */
function schemeOf(text: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):\//i.exec(text)?.[1]?.toLowerCase();
}

/** What is wrong with a URL. */
function problemOf(text: string): string | undefined {
  if (/[\x00-\x20\x7f]/.test(text)) return MALFORMED;
  const scheme = schemeOf(text);
  if (scheme !== undefined && /^[^:]*:\/{4}/.test(text)) return BAD_SLASHES;
  const { host, port } = hostAndPort(text);
  if (host.startsWith('[') && !/^\[[0-9a-f:.]+\]$/i.test(host)) return BAD_ADDRESS;
  // Only behind a scheme a colon may stand alone.
  if (port !== undefined && port === '' && scheme === undefined) return BAD_PORT;
  if (port !== undefined && (!/^\d*$/.test(port) || Number(port) > 65_535)) return BAD_PORT;
  if (host === '') return NO_HOST;
  return host.startsWith('[') || isHost(host) ? undefined : BAD_HOST;
}

function hostAndPort(text: string): { host: string; port: string | undefined } {
  const behind = schemeOf(text) === undefined ? text : text.replace(/^[^:]*:\/{0,3}/, '');
  const place = behind.replace(/[/?#].*$/s, '').replace(/^.*@/, '');
  const end = place.startsWith('[') ? place.indexOf(']') + 1 || place.length : place.search(/:|$/);
  const rest = place.slice(end);
  return { host: place.slice(0, end), port: rest === '' ? undefined : rest.replace(/^:/, '') };
}

function isHost(host: string): boolean {
  try {
    return !/[\s!"$%&'()*+,;<=>[\\\]^`{}:]/.test(decodeURIComponent(host));
  } catch {
    return false;
  }
}
