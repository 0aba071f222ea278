/**
 * A plain static file server on 127.0.0.1: the shipped registry for Node's engine, and the page.
 *
 * No special headers, since the page must work on any static host. Serves GET and HEAD, only files
 * under its folder, and under `prefix` only.
 */
import * as fs from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';

export interface StaticServer {
  /** `http://127.0.0.1:PORT` and the prefix, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface StaticOptions {
  /** Sub-path at which the folder appears, e.g. `/docs/strata/`; `/` by default. */
  readonly prefix?: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.md': 'text/markdown; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

export async function serveStatic(folder: string, options: StaticOptions = {}): Promise<StaticServer> {
  const root = fs.realpathSync(folder);
  const prefix = options.prefix ?? '/';
  const server = http.createServer((request, response) => {
    const file = fileFor(root, prefix, request.url ?? '/');
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(file === undefined ? 404 : 405, { 'content-type': 'text/plain' });
      response.end(file === undefined ? 'not found\n' : 'method not allowed\n');
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'content-length': fs.statSync(file).size });
    if (request.method === 'HEAD') response.end();
    else fs.createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The regular file that a request names, or undefined; never one outside of `root`. */
function fileFor(root: string, prefix: string, url: string): string | undefined {
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (!pathname.startsWith(prefix) || pathname.includes('\0')) return undefined;
  let file = path.join(root, pathname.slice(prefix.length));
  if (file !== root && !file.startsWith(root + path.sep)) return undefined;
  try {
    if (fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    const real = fs.realpathSync(file);
    return real.startsWith(root + path.sep) && fs.statSync(real).isFile() ? real : undefined;
  } catch {
    return undefined;
  }
}
