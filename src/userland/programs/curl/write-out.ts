/** `-w`: what is printed when a transfer is over. */
import { readSmallFile } from '../../files.ts';
import type { Io } from '../../io.ts';

export interface Facts {
  readonly url: string;
  readonly effective: string;
  /** Empty where the URL was none. */
  readonly scheme: string;
  readonly referer: string;
  readonly method: string;
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly received: number;
  readonly sent: number;
  readonly redirects: number;
  readonly seconds: number;
  readonly file: string;
  readonly exit: number;
  readonly problem: string;
  readonly number: number;
}

const header = ({ headers }: Facts, name: string): string =>
  headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1] ?? '';

const VARIABLES: Readonly<Record<string, (facts: Facts) => string>> = {
  content_type: (facts) => header(facts, 'content-type'),
  errormsg: ({ problem }) => problem,
  exitcode: ({ exit }) => String(exit),
  filename_effective: ({ file }) => file,
  http_code: ({ status }) => String(status).padStart(3, '0'),
  http_version: ({ status }) => (status ? '1.1' : '0'),
  method: ({ method }) => method,
  num_headers: ({ headers }) => String(headers.length),
  num_redirects: ({ redirects }) => String(redirects),
  redirect_url: (facts) => {
    const place = facts.status >= 300 && facts.status < 400 ? header(facts, 'location') : '';
    return URL.canParse(place, facts.effective) ? new URL(place, facts.effective).href : place;
  },
  referer: ({ referer }) => referer,
  response_code: ({ status }) => String(status).padStart(3, '0'),
  scheme: ({ scheme }) => scheme,
  size_download: ({ received }) => String(received),
  size_upload: ({ sent }) => String(sent),
  speed_download: ({ received, seconds }) => String(Math.floor(received / Math.max(seconds, 0.001))),
  speed_upload: ({ sent, seconds }) => String(Math.floor(sent / Math.max(seconds, 0.001))),
  time_total: ({ seconds }) => seconds.toFixed(6),
  url: ({ url }) => url,
  url_effective: ({ effective }) => effective,
  urlnum: ({ number }) => String(number),
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Prints a format; `@file` reads it. */
export async function writeOut(io: Io, format: string, facts: Facts): Promise<void> {
  const text = format.startsWith('@') ? ((await readSmallFile(io.sys, format.slice(1))) ?? '') : format;
  let put = io.print;
  const pattern = /%\{header\{([^}]*)\}\}|%\{([^}]*)\}|%%|\\(.)|[^%\\]+|[%\\]/gs;
  for (const [whole, headerName, name, letter] of text.matchAll(pattern)) {
    if (headerName !== undefined) put(header(facts, headerName));
    else if (name === 'stderr') put = io.printError;
    else if (name === 'stdout') put = io.print;
    else if (name === 'onerror') {
      if (facts.exit === 0) return;
    } else if (name !== undefined) {
      if (Object.hasOwn(VARIABLES, name)) put(VARIABLES[name]!(facts));
      else io.printError(`curl: unknown --write-out variable: '${name}'\n`);
    } else if (whole === '%%') put('%');
    else if (letter !== undefined) put(ESCAPES[letter] ?? whole);
    else put(whole);
  }
}
