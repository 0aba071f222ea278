/** Labels of international domain names, read. @see RFC 3492 section 6.2 */
const BASE = 36;
const [TMIN, TMAX, SKEW, DAMP] = [1, 26, 38, 700];

function adapt(delta, count, isFirst) {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - TMIN) * TMAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - TMIN));
  return k + Math.floor(((BASE - TMIN + 1) * rest) / (rest + SKEW));
}

/** What follows `xn--` in a label; undefined where that is encoded wrongly. */
export function decode(text) {
  const end = Math.max(0, text.lastIndexOf('-'));
  const points = [...text.slice(0, end)].map((character) => character.codePointAt(0));
  let [n, i, bias] = [128, 0, 72];
  for (let at = end > 0 ? end + 1 : 0; at < text.length; ) {
    const before = i;
    for (let weight = 1, k = BASE; ; k += BASE) {
      if (!/[a-z0-9]/.test(text[at] ?? '')) return undefined;
      const digit = Number.parseInt(text[at++], BASE);
      // a to z are 0 to 25, and the digits follow.
      const value = digit < 10 ? digit + 26 : digit - 10;
      i += value * weight;
      const threshold = Math.min(TMAX, Math.max(TMIN, k - bias));
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const count = points.length + 1;
    bias = adapt(i - before, count, before === 0);
    n += Math.floor(i / count);
    if (n > 0x10ffff) return undefined;
    i %= count;
    points.splice(i++, 0, n);
  }
  return String.fromCodePoint(...points);
}
