/** The tokens' contrast, computed from the file itself: WCAG 2.2, 1.4.3 (text 4.5) and 1.4.11 (graphics 3). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const terminal = readFileSync(new URL('../../terminal/theme.ts', import.meta.url), 'utf8');

function tokens(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]));
}

const [light = '', dark = ''] = css.split(':root[data-theme="dark"]');
const themes = { light: tokens(light), dark: tokens(dark) };

const TEXT: readonly (readonly [string, string])[] = [
  ['ink', 'sheet'],
  ['ink', 'sunk'],
  ['ink-2', 'sheet'],
  ['ink-2', 'sunk'],
  ['ink-3', 'sheet'],
  ['ink-3', 'sunk'],
  ['sheet', 'ink'],
  ['base-text', 'base'],
  ['run-text', 'run'],
  ['copy-text', 'copy'],
  ['container-text', 'container'],
  ['ok', 'sheet'],
  ['ok', 'sunk'],
  ['bad', 'sheet'],
];
const GRAPHICS: readonly (readonly [string, string])[] = [
  ['line-2', 'sheet'],
  ['line-2', 'sunk'],
  ['base-edge', 'sheet'],
  ['run-edge', 'sheet'],
  ['copy-edge', 'sheet'],
  ['base-edge', 'base'],
  ['run-edge', 'run'],
  ['copy-edge', 'copy'],
  ['container', 'sheet'],
  ['focus', 'sheet'],
  ['focus', 'sunk'],
];

for (const [name, theme] of Object.entries(themes)) {
  describe(`${name} theme`, () => {
    for (const [pairs, least] of [
      [TEXT, 4.5],
      [GRAPHICS, 3],
    ] as const) {
      for (const [front, back] of pairs) {
        it(`${front} on ${back} is at least ${least}`, () => {
          expect(contrast(theme.get(front)!, theme.get(back)!)).toBeGreaterThanOrEqual(least);
        });
      }
    }

    it("the terminal's colours are readable on its ground", () => {
      const block = terminal.split(`${name}: {`)[1]!.split('}')[0]!;
      const colours = [...block.matchAll(/^\s+(\w+): '(#[0-9A-F]{6})'/gm)];
      const ground = colours.find((match) => match[1] === 'background')![2]!;
      const named = colours.filter((match) => !/background|accent|selection|^black$/i.test(match[1]!));
      expect(named.length).toBeGreaterThan(14);
      for (const [, colour, value] of named) {
        expect(contrast(value!, ground), colour).toBeGreaterThanOrEqual(colour === 'black' ? 1 : 4.5);
      }
    });
  });
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
