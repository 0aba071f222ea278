/** node:stream/consumers. */
import { Blob, Buffer } from './buffer.js';

async function buffer(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks);
}

export default {
  buffer,
  text: async (stream) => (await buffer(stream)).toString(),
  json: async (stream) => JSON.parse((await buffer(stream)).toString()),
  arrayBuffer: async (stream) => new Uint8Array(await buffer(stream)).buffer,
  blob: async (stream) => new Blob([await buffer(stream)]),
};
