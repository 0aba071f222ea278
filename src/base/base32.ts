/** Base32: five bytes as eight digits. @see RFC 4648, section 6 */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** With padding. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    for (count += 8; count >= 5; count -= 5) text += DIGITS[(bits >>> (count - 5)) & 31]!;
    bits &= 31;
  }
  if (count > 0) text += DIGITS[(bits << (5 - count)) & 31]!;
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=');
}

/** With or without padding; bits that make no whole byte are dropped. Undefined where a character is no digit. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 5) / 8));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) return undefined;
    bits = (bits << 5) | value;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = bits >>> count;
    bits &= (1 << count) - 1;
  }
  return bytes;
}
