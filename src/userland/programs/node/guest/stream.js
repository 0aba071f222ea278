/** node:stream: Node's own, as readable-stream has it. */
import stream from 'readable-stream';

export const { Readable, Writable, Transform } = stream;

/** `require('stream')` is a class that has the others. */
export const Stream = stream.Stream ?? Readable;
for (const name of [
  ...['Readable', 'Writable', 'Duplex', 'Transform', 'PassThrough'],
  ...['pipeline', 'finished', 'addAbortSignal', 'compose', 'promises'],
]) {
  if (!Stream[name]) Object.defineProperty(Stream, name, { value: stream[name], enumerable: true });
}
Stream.Stream = Stream;
