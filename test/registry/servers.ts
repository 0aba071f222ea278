/**
 * Real registries for tests: Debian's `docker-registry` on 127.0.0.1, open to all, behind passwords, or
 * behind a token server of ours. Their data lie in a temporary folder.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createTcp } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';

export interface RunningRegistry {
  /** `localhost:PORT` */
  readonly address: string;
  stop(): Promise<void>;
}

/** Why there is no registry to test with; undefined where there is one. */
export function missingTools(...tools: readonly string[]): string | undefined {
  const missing = tools.filter((tool) => {
    try {
      execFileSync('which', [tool], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  return missing.length ? `not installed: ${missing.join(', ')}` : undefined;
}

export const USER = { name: 'alice', password: 'secret' };

/** bcrypt of `secret`, which is what docker-registry reads. */
const HTPASSWD = `${USER.name}:$2y$05$dcvrBi3OVV19STn1vJTkLuWcPkIj4BAMbNYmyFQCUlBBS.oG1wz.6\n`;

/** What lets pages of other origins ask. */
const CORS = {
  'Access-Control-Allow-Origin': ['*'],
  'Access-Control-Allow-Methods': ['HEAD', 'GET', 'POST', 'PUT'],
  'Access-Control-Allow-Headers': ['Authorization', 'Accept', 'Content-Type'],
  'Access-Control-Expose-Headers': ['Docker-Content-Digest', 'Location', 'WWW-Authenticate', 'Link'],
};

export async function startRegistry(kind: 'open' | 'basic' | 'token'): Promise<RunningRegistry> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'strata-registry-'));
  const port = await freePort();
  const tokens = kind === 'token' ? await startTokenServer(folder) : undefined;
  const config = {
    version: '0.1',
    log: { level: 'error' },
    storage: { filesystem: { rootdirectory: path.join(folder, 'data') } },
    http: { addr: `127.0.0.1:${port}`, headers: CORS },
    ...(kind === 'basic'
      ? { auth: { htpasswd: { realm: 'Test', path: path.join(folder, 'htpasswd') } } }
      : {}),
    ...(tokens ? { auth: { token: tokens.config } } : {}),
  };
  fs.writeFileSync(path.join(folder, 'htpasswd'), HTPASSWD);
  // JSON is YAML.
  fs.writeFileSync(path.join(folder, 'config.yml'), JSON.stringify(config));
  const child = spawn('docker-registry', ['serve', path.join(folder, 'config.yml')], { stdio: 'ignore' });
  await listening(port, child);
  return {
    address: `localhost:${port}`,
    async stop() {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
      tokens?.server.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface TokenServer {
  readonly server: Server;
  readonly config: Record<string, string>;
}

const ISSUER = 'strata-test';
const SERVICE = 'test-registry';
/** Seconds; docker-registry takes tokens for a minute longer. */
const LIFETIME = 60;

/**
 * Signs tokens for whoever asks: anybody may pull from `open/…`, the user may do all. Its key and its
 * certificate, which the registry trusts, are made by openssl.
 */
async function startTokenServer(folder: string): Promise<TokenServer> {
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=strata-test', '-days', '2', '-nodes'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', certificate, ...subject],
    { stdio: 'ignore' },
  );
  const privateKey = createPrivateKey(fs.readFileSync(key));
  const der = fs.readFileSync(certificate, 'utf8').replace(/-----[^-]+-----|\s/g, '');
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const basic = Buffer.from(
      (request.headers.authorization ?? '').replace(/^Basic /, ''),
      'base64',
    ).toString();
    const known = basic === `${USER.name}:${USER.password}`;
    response.setHeader('content-type', 'application/json');
    if (basic !== '' && !known) {
      response.statusCode = 401;
      response.end(JSON.stringify({ details: 'incorrect username or password' }));
      return;
    }
    const access = url.searchParams
      .getAll('scope')
      .flatMap((scope) => scope.split(' '))
      .map((scope) => accessOf(scope, known))
      .filter(({ actions }) => actions.length > 0);
    const now = Math.floor(Date.now() / 1000);
    const token = jwt(
      { typ: 'JWT', alg: 'RS256', x5c: [der] },
      {
        iss: ISSUER,
        sub: known ? USER.name : '',
        aud: SERVICE,
        exp: now + LIFETIME,
        nbf: now - 10,
        iat: now,
        jti: randomUUID(),
        access,
      },
      (data) => sign('RSA-SHA256', data, privateKey),
    );
    response.end(JSON.stringify({ token, expires_in: LIFETIME, issued_at: new Date().toISOString() }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    server,
    config: {
      realm: `http://127.0.0.1:${port}/token`,
      service: SERVICE,
      issuer: ISSUER,
      rootcertbundle: certificate,
    },
  };
}

function accessOf(scope: string, known: boolean): { type: string; name: string; actions: string[] } {
  const [type = '', name = '', actions = ''] = scope.split(':');
  const wanted = actions.split(',');
  const allowed = known ? wanted : wanted.filter((action) => action === 'pull' && name.startsWith('open/'));
  return { type, name, actions: allowed };
}

function jwt(header: object, claims: object, signer: (data: Buffer) => Buffer): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const data = `${part(header)}.${part(claims)}`;
  return `${data}.${signer(Buffer.from(data)).toString('base64url')}`;
}

async function freePort(): Promise<number> {
  const server = createTcp();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`docker-registry ended with status ${child.exitCode}`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('docker-registry does not listen');
}
