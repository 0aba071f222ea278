/** /containers: what streams: attach, logs, wait. */
import { chunksOf, concat, encode, goJson, messageOf, pour, sourceOf } from '../../base/index.ts';
import {
  attachContainer,
  demandReadable,
  findContainer,
  invalid,
  type LogLine,
  parseTimestamp,
  readLogs,
  rfc3339NanoFixed,
  waitForContainer,
} from '../../engine/index.ts';
import { encodeFrame } from '../frames.ts';
import { hijacked, MULTIPLEXED_STREAM, RAW_STREAM, text } from '../respond.ts';
import { type Call, type Route, route } from '../router.ts';
import { statusOf } from '../status.ts';
import type { ApiResponse } from '../transport.ts';

export const containerStreamRoutes: readonly Route[] = [
  route('POST', '/containers/{name}/attach', attach),
  route('GET', '/containers/{name}/logs', logs),
  route('POST', '/containers/{name}/wait', wait),
];

function attach(call: Call): ApiResponse {
  try {
    return attached(call);
  } catch (error) {
    // dockerd has taken the connection by then, and writes the words upon it.
    return { ...text(statusOf(error), `${messageOf(error)}\r\n`), headers: { 'content-type': RAW_STREAM } };
  }
}

function attached(call: Call): ApiResponse {
  const { connection, tty } = attachContainer(
    call.engine,
    call.param('name'),
    {
      stdin: call.flag('stdin'),
      stdout: call.flag('stdout'),
      stderr: call.flag('stderr'),
      logs: call.flag('logs'),
      stream: call.flag('stream'),
      detachKeys: call.query.get('detachKeys') ?? '',
      signal: call.signal,
    },
    encodeFrame,
  );
  const upgrade = call.request.upgrade ?? false;
  if (!upgrade) {
    // Without an upgrade, what the request carries is the input.
    const body = call.stream();
    const chunks = body instanceof Uint8Array ? [body] : chunksOf(body);
    void pour(chunks, connection.sink).catch(() => {});
  }
  return hijacked(connection, tty, upgrade);
}

function logs(call: Call): ApiResponse {
  const stdout = call.flag('stdout');
  const stderr = call.flag('stderr');
  const record = findContainer(call.engine, call.param('name'));
  if (!stdout && !stderr) throw invalid('Bad parameters: you must choose at least one stream');
  demandReadable(record);
  const tty = record.config.Tty ?? false;
  const timestamps = call.flag('timestamps');
  const details = call.flag('details');
  const lines = readLogs(call.engine, record.id, {
    stdout,
    stderr,
    follow: call.flag('follow'),
    since: moment(call, 'since'),
    until: moment(call, 'until'),
    tail: tailOf(call.query.get('tail')),
    signal: call.signal,
  });
  const frame = (line: LogLine): Uint8Array => {
    const prefix = (timestamps ? `${rfc3339NanoFixed(line.time)} ` : '') + (details ? ' ' : '');
    const bytes = encode(prefix + line.text);
    return tty ? bytes : encodeFrame(line.stream, bytes);
  };
  async function* frames(): AsyncGenerator<Uint8Array, void, void> {
    for await (const some of lines) if (some.length > 0) yield concat(some.map(frame));
  }
  return {
    status: 200,
    headers: { 'content-type': tty ? RAW_STREAM : MULTIPLEXED_STREAM },
    body: sourceOf(frames()),
  };
}

function moment(call: Call, name: string): number | undefined {
  const text = call.query.get(name) ?? '';
  // Zero means no limit.
  if (text === '0' || text === '') return undefined;
  const value = parseTimestamp(text);
  if (value !== undefined && Number.isNaN(value)) throw invalid(`invalid value for "${name}": ${text}`);
  return value;
}

/** What is no number counts as `all`, as with dockerd. */
function tailOf(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Answers its headers at once: clients start the container when they have them. */
function wait(call: Call): ApiResponse {
  const { result } = waitForContainer(
    call.engine,
    call.param('name'),
    call.query.get('condition') ?? '',
    call.signal,
  );
  async function* body(): AsyncGenerator<Uint8Array, void, void> {
    yield encode(`${goJson(await result)}\n`);
  }
  result.catch(() => {});
  return { status: 200, headers: { 'content-type': 'application/json' }, body: sourceOf(body()) };
}
