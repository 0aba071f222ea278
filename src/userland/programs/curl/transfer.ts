/**
 * One request of curl's and its answer, by the kernel's one network call.
 *
 * Addresses, connections and TLS are the platform's business and not to be seen. In Node redirects are followed
 * step by step; a browser hides where they lead and follows them itself.
 */
import { PosixError } from '../../../posix/index.ts';
import type { Io } from '../../io.ts';
import type { Given } from './options.ts';
import { CurlProblem } from './problem.ts';
import type { CurlRequest } from './request.ts';
import { redirectUrl } from './url.ts';

export interface Exchange {
  readonly request: CurlRequest;
  readonly response: Response;
}

const MOST_REDIRECTS = 50;

/** Sends and follows redirects where `-L` asks for it. `onResponse` is called with each answer but the last. */
export async function exchange(
  io: Io,
  given: Given,
  first: CurlRequest,
  signal: AbortSignal,
  onResponse: (exchange: Exchange) => Promise<void>,
): Promise<Exchange> {
  const most = Number(given.value('max-redirs') ?? MOST_REDIRECTS);
  let request = first;
  for (let redirects = 0; ; redirects++) {
    const response = await send(io, request, signal, 'manual');
    if (response.type === 'opaqueredirect') {
      if (!given.has('location'))
        throw new CurlProblem(47, 'The page may not see where this redirect leads; -L follows it');
      await onResponse({ request, response });
      return { request, response: await send(io, request, signal, 'follow') };
    }
    const place = response.headers.get('location');
    if (!given.has('location') || response.status < 300 || response.status > 399 || place === null)
      return { request, response };
    if (most >= 0 && redirects >= most) throw new CurlProblem(47, `Maximum (${most}) redirects followed`);
    await onResponse({ request, response });
    await response.body?.cancel();
    request = redirected(given, request, response.status, place);
  }
}

function redirected(given: Given, request: CurlRequest, status: number, place: string): CurlRequest {
  const url = redirectUrl(place, request.url);
  // Who follows a redirect of a POST asks with GET, as browsers do; 307 and 308 repeat it.
  const repeats = status === 307 || status === 308;
  const keepsBody = repeats || request.body === undefined;
  const elsewhere = url.host !== request.url.host;
  const follows = given.value('referer')?.endsWith(';auto') ?? false;
  const headers = request.headers.filter(
    ([name]) =>
      !(elsewhere && /^(?:authorization|cookie)$/i.test(name)) &&
      !(follows && /^referer$/i.test(name)) &&
      (keepsBody || !/^content-type$/i.test(name)),
  );
  const referer = follows ? request.url.href.replace(/#.*$/, '') : request.referer;
  if (follows && referer !== undefined) headers.push(['Referer', referer]);
  if (keepsBody) return { ...request, url, headers, referer };
  return { url, headers, referer, body: undefined, method: given.value('request') ?? 'GET' };
}

async function send(
  io: Io,
  { url, method, headers, body }: CurlRequest,
  signal: AbortSignal,
  redirect: 'manual' | 'follow',
): Promise<Response> {
  const started = io.sys.monotonic();
  try {
    return await io.sys.fetch(url.href, {
      method,
      headers: headers.map(([name, value]) => [name, value] as [string, string]),
      redirect,
      signal,
      // No credentials of the page go along.
      credentials: 'omit',
      cache: 'no-store',
      ...(body === undefined ? {} : { body }),
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof TypeError) throw new CurlProblem(3, `URL rejected: ${error.message}`);
    if (!(error instanceof PosixError) || error.code === 'EINTR') throw error;
    throw refusal(url, error, Math.round(io.sys.monotonic() - started));
  }
}

/** curl's words for a request that got no answer. */
function refusal(url: URL, error: PosixError, milliseconds: number): CurlProblem {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (error.code === 'ENETUNREACH') return new CurlProblem(6, `Could not resolve host: ${host}`);
  const reason = (error.data['error'] as { cause?: { code?: unknown; message?: unknown } } | undefined)
    ?.cause;
  const cause = reason?.code;
  // fetch asks no server behind a port of another service.
  if (reason?.message === 'bad port') return new CurlProblem(7, `The platform does not let ask port ${port}`);
  if (cause === 'ENOTFOUND' || cause === 'EAI_AGAIN')
    return new CurlProblem(6, `Could not resolve host: ${host}`);
  const place = `${host} port ${port} after ${milliseconds} ms`;
  if (cause === 'ECONNREFUSED')
    return new CurlProblem(7, `Failed to connect to ${place}: Could not connect to server`);
  if (cause === 'UND_ERR_SOCKET') return new CurlProblem(52, 'Empty reply from server');
  if (typeof cause === 'string' && /CERT|TLS|SSL/.test(cause))
    return new CurlProblem(60, 'SSL certificate problem: the platform refused it');
  return new CurlProblem(
    7,
    `Failed to connect to ${place}: no answer, or none for other sites' pages (CORS)`,
  );
}
