/** Operations that are neither files nor children: the process itself, signals, terminals, hashes, texts, the network. */
import { md5, sha1, sha256, sha512 } from '../../../base/index.ts';
import {
  changedTermios,
  ECHO,
  fail,
  ICANON,
  ICRNL,
  IEXTEN,
  ISIG,
  IXON,
  signalNumber,
  signals,
} from '../../../posix/index.ts';
import { canWait } from './engine.ts';
import type { Host } from './host.ts';
import { format } from './intl.ts';
import { type Arguments, GuestExit, type Operation, Refusal } from './operations.ts';

const hashes = { md5, sha1, sha256, sha512 };
/** Texts, which every guest may have converted: other encodings than these are not asked for. */
const decoders = new Map<string, TextDecoder>();

export const worldOperations: Readonly<Record<string, Operation>> = {
  exit(_host, args) {
    throw new GuestExit(args.number(0) & 0xff);
  },
  'process.facts': facts,
  'process.chdir': ({ sys }, args) => sys.chdir(args.path(0)),
  'process.cwd': ({ sys }) => sys.getcwd(),
  'process.umask': ({ sys }, args) => sys.umask(args.optional(0)),
  'process.kill'({ sys }, args) {
    sys.kill(args.number(0), args.number(1));
  },
  'process.catch': (host, args) => host.catchSignal(args.number(0)),
  'process.release'({ sys }, args) {
    if (args.number(0) !== signals.CHLD) sys.sigaction(args.number(0), 'default');
  },
  'process.times': ({ sys }) => sys.times().self,
  'process.memory': ({ engine }) => engine.size,
  'process.setid'({ sys }, args) {
    if (args.text(0) === 'uid') sys.setuid(args.number(1));
    else sys.setgid(args.number(1));
  },
  'signal.number': (_host, args) => signalNumber(args.text(0)) ?? fail('EINVAL'),
  'clock.now': ({ sys }) => sys.now(),
  'clock.monotonic': ({ sys }) => sys.monotonic(),
  sleep: ({ sys }, args) => sys.sleep(args.number(0)),
  'fd.cancel'({ readers }, args) {
    readers.delete(args.number(0));
  },
  'tty.is': ({ sys }, args) => sys.fds().includes(args.number(0)) && sys.isatty(args.number(0)),
  'tty.size'({ sys }, args) {
    const { columns, rows } = sys.getWindowSize(args.number(0));
    return [columns, rows];
  },
  'tty.raw': setRaw,
  random: ({ sys }, args) => sys.random(Math.min(args.number(0), 1 << 24)),
  hash(_host, args) {
    const name = args.text(0);
    const hash = Object.hasOwn(hashes, name) ? hashes[name as keyof typeof hashes] : fail('EINVAL');
    return hash(args.bytes);
  },
  'text.decode'(_host, args) {
    const key = `${args.text(0)} ${args.flag(1)} ${args.flag(2)}`;
    const decoder =
      decoders.get(key) ?? decoderFor(args.text(0), { fatal: args.flag(1), ignoreBOM: args.flag(2) });
    decoders.set(key, decoder);
    try {
      return decoder.decode(args.bytes);
    } catch {
      throw new Refusal(
        'ERR_ENCODING_INVALID_ENCODED_DATA',
        `The encoded data was not valid for encoding ${decoder.encoding}`,
      );
    }
  },
  'text.encoding': (_host, args) => decoderFor(args.text(0), {}).encoding,
  'text.encode': (_host, args) => new TextEncoder().encode(args.text(0)),
  intl: format,
  'url.parse': parseUrl,
  'url.set': setUrl,
  fetch: fetchUrl,
  async 'fetch.body'({ bodies }, args) {
    const response = bodies.get(args.number(0)) ?? fail('EINVAL');
    bodies.delete(args.number(0));
    return new Uint8Array(await response.arrayBuffer());
  },
};

function decoderFor(label: string, options: TextDecoderOptions): TextDecoder {
  try {
    return new TextDecoder(label, options);
  } catch {
    throw new Refusal('ERR_ENCODING_NOT_SUPPORTED', `The "${label}" encoding is not supported`);
  }
}

function facts({ sys, engine }: Host): unknown {
  const { uid, gid, groups, euid, egid } = sys.credentials();
  return {
    pid: sys.pid,
    ppid: sys.getppid(),
    env: sys.env,
    ids: { uid, gid, euid, egid, groups },
    uname: sys.uname(),
    engine: engine.version,
    canWait,
  };
}

function setRaw({ sys }: Host, args: Arguments): void {
  const isRaw = args.flag(1);
  const termios = sys.tcgetattr(args.number(0));
  const flags = { lflag: ECHO | ICANON | IEXTEN | ISIG, iflag: ICRNL | IXON };
  const change = isRaw ? { off: flags, min: 1, time: 0 } : { on: flags };
  sys.tcsetattr(args.number(0), changedTermios(termios, change));
}

const PARTS = [
  'href',
  'protocol',
  'username',
  'password',
  'host',
  'hostname',
  'port',
  'pathname',
  'search',
  'hash',
  'origin',
] as const;

const partsOf = (url: URL): Record<string, string> =>
  Object.fromEntries(PARTS.map((part) => [part, url[part]]));

function parseUrl(_host: Host, args: Arguments): unknown {
  const base = args.text(1);
  return URL.canParse(args.text(0), base || undefined)
    ? partsOf(new URL(args.text(0), base || undefined))
    : null;
}

function setUrl(_host: Host, args: Arguments): unknown {
  const url = new URL(args.text(0));
  const part = PARTS.find((name) => name === args.text(1) && name !== 'origin') ?? fail('EINVAL');
  if (part === 'origin') fail('EINVAL');
  url[part] = args.text(2);
  return partsOf(url);
}

let lastBody = 0;

async function fetchUrl({ sys, bodies }: Host, args: Arguments): Promise<unknown> {
  const method = args.text(1);
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: args.bytes.slice() };
  const response = await sys.fetch(args.text(0), { method, headers: args.record(2), ...body });
  bodies.set(++lastBody, response);
  const { status, statusText, url, redirected } = response;
  return { id: lastBody, status, statusText, url, redirected, headers: [...response.headers] };
}
