/** `--progress=rawjson` against recordings of the real client: read and written again, the same line. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rawStatus } from '../../src/cli/build/raw.ts';
import { readRawJson } from './solve-status.ts';

const folder = path.join(import.meta.dirname, 'recorded/builds');

/** A double holds microseconds of a time, and BuildKit's have nanoseconds. */
const timesApart = (line: string): string =>
  line.replace(/"(\d{4}-[\dT:-]+)(?:\.(\d+))?Z"/g, (_, date: string, fraction = '') => {
    return `"${date}.${fraction.padEnd(9, '0').slice(0, 3)}Z"`;
  });

/** The recordings went through JSON.parse, which takes Go's escapes of `<>&` back. */
const unescaped = (line: string): string =>
  line.replace(/\\u00(3c|3e|26)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

describe('raw progress', () => {
  for (const name of fs.readdirSync(folder).filter((each) => each.endsWith('.rawjson'))) {
    it(name, () => {
      const recorded = fs.readFileSync(path.join(folder, name), 'utf8');
      const lines = recorded.split('\n').filter((line) => line.startsWith('{'));
      const ours = readRawJson(recorded).map((status) => rawStatus(status).trimEnd());
      expect(ours.map(unescaped).map(timesApart)).toEqual(lines.map(timesApart));
    });
  }

  it('escapes as Go does', () => {
    const vertex = { digest: 'sha256:0', inputs: [], name: 'RUN a && b > "c"\u2028', cached: false } as const;
    const line = rawStatus({ vertexes: [vertex], statuses: [], logs: [], warnings: [] });
    expect(line).toBe(
      String.raw`{"vertexes":[{"digest":"sha256:0","name":"RUN a \u0026\u0026 b \u003e \"c\"\u2028"}]}` +
        '\n',
    );
  });
});
