/** CSS's `cubic-bezier(.2,.8,.2,1)` as a function, for d3: fast, then settling; nothing bounces. */

const X1 = 0.2;
const Y1 = 0.8;
const X2 = 0.2;
const Y2 = 1;

export function ease(x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // Bisection: x is monotonic in t, and 20 halvings are finer than a pixel.
  let low = 0;
  let high = 1;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (bezier(middle, X1, X2) < x) low = middle;
    else high = middle;
  }
  return bezier((low + high) / 2, Y1, Y2);
}

function bezier(t: number, a: number, b: number): number {
  const u = 1 - t;
  return 3 * u * u * t * a + 3 * u * t * t * b + t * t * t;
}
