/**
 * What it is called when a request gets no answer: in Node the words of Go's net package, in a
 * browser, which does not tell why, that it does not.
 */

const SYSTEM: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connect: connection refused',
  EHOSTUNREACH: 'connect: no route to host',
  ENETUNREACH: 'connect: network is unreachable',
  ETIMEDOUT: 'connect: connection timed out',
};

interface Cause {
  readonly code?: string;
  readonly message?: string;
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
  readonly errors?: readonly Cause[];
}

/** The part after the address: `dial tcp 127.0.0.1:5000: connect: connection refused`. */
export function networkCause(error: unknown): string {
  const outer = (error as { cause?: Cause }).cause;
  // Of several addresses Go tells about the one that it tried first, which is the newer protocol's.
  const cause = outer?.errors?.find(({ address }) => address?.includes(':')) ?? outer?.errors?.[0] ?? outer;
  if (!cause) return inBrowser(error);
  const { code = '', address, port, hostname } = cause;
  const system = SYSTEM[code];
  if (system && address) return `dial tcp ${joined(address, port)}: ${system}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `dial tcp: lookup ${hostname}: no such host`;
  if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'EOF';
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG')
    return 'http: server gave HTTP response to HTTPS client';
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return 'tls: failed to verify certificate: x509: certificate signed by unknown authority';
  }
  return cause.message || code || inBrowser(error);
}

function joined(address: string, port: number | undefined): string {
  return `${address.includes(':') ? `[${address}]` : address}:${port ?? 443}`;
}

function inBrowser(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (!/^(?:Failed to fetch|NetworkError|Load failed)/.test(text)) return text;
  return 'no answer that a web page may read: the registry is not there or sends no CORS headers';
}
