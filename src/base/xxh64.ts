/**
 * XXH64 with seed 0, the sum at the end of Zstandard frames, in pairs of 32-bit halves: BigInt takes
 * ten times as long.
 *
 * @see RFC 8878, 3.1.1 ("Content_Checksum"); xxHash specification, "XXH64 Algorithm Description"
 */

/** A number of 64 bits: high half, low half. */
type Wide = readonly [high: number, low: number];

const P1: Wide = [0x9e3779b1, 0x85ebca87];
const P2: Wide = [0xc2b2ae3d, 0x27d4eb4f];
const P3: Wide = [0x165667b1, 0x9e3779f9];
const P4: Wide = [0x85ebca77, 0xc2b2ae63];
const P5: Wide = [0x27d4eb2f, 0x165667c5];

const STRIPE = 32;

export interface Xxh64 {
  update(bytes: Uint8Array): void;
  /** The low 32 bits, which are what frames hold. */
  low(): number;
}

export function createXxh64(): Xxh64 {
  /** High and low half of each of the four. */
  const lanes = Uint32Array.from([add(P1, P2), P2, [0, 0] as const, subtract([0, 0], P1)].flat());
  const rest = new Uint8Array(STRIPE);
  let held = 0;
  let total = 0;
  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (held) {
        const taken = bytes.subarray(0, STRIPE - held);
        rest.set(taken, held);
        held += taken.length;
        at = taken.length;
        if (held < STRIPE) return;
        takeStripes(lanes, rest, 0);
      }
      at = takeStripes(lanes, bytes, at);
      held = bytes.length - at;
      rest.set(bytes.subarray(at));
    },
    low() {
      let sum = total < STRIPE ? P5 : merged(lanes);
      sum = add(sum, [Math.floor(total / 2 ** 32), total >>> 0]);
      let at = 0;
      for (; at + 8 <= held; at += 8) {
        sum = add(multiply(rotate(xor(sum, round([0, 0], wideAt(rest, at))), 27), P1), P4);
      }
      for (; at + 4 <= held; at += 4) {
        const word: Wide = [0, wordAt(rest, at)];
        sum = add(multiply(rotate(xor(sum, multiply(word, P1)), 23), P2), P3);
      }
      for (; at < held; at++) sum = multiply(rotate(xor(sum, multiply([0, rest[at]!], P5)), 11), P1);
      sum = multiply(xor(sum, shift(sum, 33)), P2);
      sum = multiply(xor(sum, shift(sum, 29)), P3);
      return xor(sum, shift(sum, 32))[1];
    },
  };
}

/** Takes whole stripes; answers where the rest begins. Without allocating: this is where the time goes. */
function takeStripes(lanes: Uint32Array, bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at + STRIPE <= bytes.length; at += STRIPE) {
    for (let lane = 0; lane < 8; lane += 2) {
      const low = wordAt(bytes, at + 4 * lane);
      const high = wordAt(bytes, at + 4 * lane + 4);
      // lane + input * P2, turned by 31, times P1.
      const sumLow = lanes[lane + 1]! + (Math.imul(low, P2[1]) >>> 0);
      const carry = sumLow > 0xffffffff ? 1 : 0;
      const sumHigh =
        lanes[lane]! + highProduct(low, P2[1]) + Math.imul(high, P2[1]) + Math.imul(low, P2[0]) + carry;
      const turnedHigh = (sumHigh << 31) | (sumLow >>> 1);
      const turnedLow = (sumLow << 31) | (sumHigh >>> 1);
      lanes[lane] =
        highProduct(turnedLow >>> 0, P1[1]) + Math.imul(turnedHigh, P1[1]) + Math.imul(turnedLow, P1[0]);
      lanes[lane + 1] = Math.imul(turnedLow, P1[1]);
    }
  }
  return at;
}

function merged(halves: Uint32Array): Wide {
  const lanes = [0, 2, 4, 6].map((i): Wide => [halves[i]!, halves[i + 1]!]);
  const turns = [1, 7, 12, 18];
  let sum: Wide = [0, 0];
  lanes.forEach((lane, i) => {
    sum = add(sum, rotate(lane, turns[i]!));
  });
  for (const lane of lanes) sum = add(multiply(xor(sum, round([0, 0], lane)), P1), P4);
  return sum;
}

function round(lane: Wide, input: Wide): Wide {
  return multiply(rotate(add(lane, multiply(input, P2)), 31), P1);
}

function add([ah, al]: Wide, [bh, bl]: Wide): Wide {
  const low = (al >>> 0) + (bl >>> 0);
  return [(ah + bh + (low > 0xffffffff ? 1 : 0)) >>> 0, low >>> 0];
}

function subtract([ah, al]: Wide, [bh, bl]: Wide): Wide {
  return [(ah - bh - (al < bl ? 1 : 0)) >>> 0, (al - bl) >>> 0];
}

/** The low 64 bits of a product. */
function multiply([ah, al]: Wide, [bh, bl]: Wide): Wide {
  return [(highProduct(al, bl) + Math.imul(ah, bl) + Math.imul(al, bh)) >>> 0, Math.imul(al, bl) >>> 0];
}

/** The high half of what two numbers of 32 bits make; each sum in between is below 2^32. */
function highProduct(a: number, b: number): number {
  const [a1, a0, b1, b0] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  return a1 * b1 + (middle >>> 16) + ((a0 * b1 + (middle & 0xffff)) >>> 16);
}

function rotate([high, low]: Wide, by: number): Wide {
  return [((high << by) | (low >>> (32 - by))) >>> 0, ((low << by) | (high >>> (32 - by))) >>> 0];
}

function shift([high, low]: Wide, by: number): Wide {
  return by >= 32 ? [0, high >>> (by - 32)] : [high >>> by, ((low >>> by) | (high << (32 - by))) >>> 0];
}

const xor = ([ah, al]: Wide, [bh, bl]: Wide): Wide => [(ah ^ bh) >>> 0, (al ^ bl) >>> 0];
const wideAt = (bytes: Uint8Array, at: number): Wide => [wordAt(bytes, at + 4), wordAt(bytes, at)];
const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
