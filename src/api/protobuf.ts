/**
 * The part of the protobuf wire format that BuildKit's status messages use.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
import { concat, decode, encode, StrataError } from '../base/index.ts';

/** Fields in order; a message that is left empty is left out by its parent. */
export interface Writer {
  /** proto3 leaves zero values out. */
  int(field: number, value: number): Writer;
  bytes(field: number, value: Uint8Array | string): Writer;
  /** Also where the message is empty: presence means something. */
  message(field: number, value: Uint8Array): Writer;
  finish(): Uint8Array<ArrayBuffer>;
}

export function createWriter(): Writer {
  const parts: Uint8Array[] = [];
  const writer: Writer = {
    int(field, value) {
      if (value !== 0) parts.push(varint(field << 3), varint(value));
      return writer;
    },
    bytes(field, value) {
      return value.length === 0
        ? writer
        : writer.message(field, typeof value === 'string' ? encode(value) : value);
    },
    message(field, value) {
      parts.push(varint((field << 3) | 2), varint(value.length), value);
      return writer;
    },
    finish: () => concat(parts),
  };
  return writer;
}

/** Base 128 little-endian; negative numbers as their 64-bit two's complement. */
function varint(value: number): Uint8Array {
  const out: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(Math.trunc(value)));
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    out.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return Uint8Array.from(out);
}

export interface Field {
  readonly number: number;
  /** The value of varint and fixed-width fields. */
  readonly int: number;
  /** The contents of length-delimited fields. */
  readonly bytes: Uint8Array;
}

const NONE = new Uint8Array(0);

/** The fields of a message in their order. @throws StrataError EPROTO where the bytes are no message. */
export function* fieldsOf(message: Uint8Array): Generator<Field, void, void> {
  let at = 0;
  const next = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = message[at++];
      if (byte === undefined) throw malformed();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw malformed();
  };
  while (at < message.length) {
    const key = Number(next() & 0xffffffffn);
    const number = key >>> 3;
    const wire = key & 7;
    if (wire === 0) yield { number, int: Number(BigInt.asIntN(64, next())), bytes: NONE };
    else {
      const length = wire === 2 ? Number(next()) : wire === 1 ? 8 : wire === 5 ? 4 : -1;
      if (length < 0 || at + length > message.length) throw malformed();
      yield { number, int: 0, bytes: message.subarray(at, at + length) };
      at += length;
    }
  }
}

export function textOf(field: Field): string {
  return decode(field.bytes);
}

function malformed(): StrataError {
  return new StrataError('EPROTO', 'malformed protobuf message');
}
