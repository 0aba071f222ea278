import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64, StrataError, toBase64 } from '../base/index.ts';
import { decodeStatus, encodeStatus } from './status-codec.ts';

const trace = readFileSync(new URL('../../test/golden/api/build-trace.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { id?: string; aux?: unknown })
  .filter((message) => message.id === 'moby.buildkit.trace')
  .map((message) => message.aux as string);

describe('build status on the wire', () => {
  it('reads what a real engine sends', () => {
    const all = trace.map((aux) => decodeStatus(fromBase64(aux)));
    const names = new Set(all.flatMap((status) => status.vertexes.map((vertex) => vertex.name)));
    expect(names).toContain('[internal] load metadata for docker.io/library/alpine:latest');
    expect(names).toContain('[2/4] RUN echo hello; echo err >&2');
    const logs = all.flatMap((status) =>
      status.logs.map((log) => [log.stream, new TextDecoder().decode(log.msg)]),
    );
    expect(logs).toContainEqual([1, 'hello\n']);
    expect(logs).toContainEqual([2, 'err\n']);
    const warnings = all.flatMap((status) => status.warnings);
    expect(warnings.map((warning) => warning.short)).toContainEqual(
      expect.stringMatching(/^MaintainerDeprecated: /),
    );
    expect(warnings[0]?.ranges[0]?.start.line).toBeGreaterThan(0);
    expect(all.flatMap((status) => status.vertexes).find((vertex) => vertex.error)?.error).toContain(
      'exit code: 3',
    );
  });

  it('writes the same bytes again, where a message has only what we know', () => {
    // Warnings also carry the source's definition and language, and times are rounded to doubles.
    for (const aux of trace) {
      const status = decodeStatus(fromBase64(aux));
      expect(decodeStatus(encodeStatus(status))).toEqual(status);
      if (status.warnings.length === 0) {
        expect(toBase64(encodeStatus(status)).length).toBeCloseTo(aux.length, -2);
      }
    }
  });

  it('refuses what is no message', () => {
    expect(() => decodeStatus(new Uint8Array([0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f, 1]))).toThrow(StrataError);
    expect(() => decodeStatus(new Uint8Array([0x80]))).toThrow(StrataError);
  });
});
