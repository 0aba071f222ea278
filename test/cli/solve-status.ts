/** BuildKit's messages as `--progress=rawjson` prints them, back to what the displays take. */
import { fromBase64 } from '../../src/base/index.ts';
import type { SolveStatus, SourceRange } from '../../src/builder/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: recorded JSON of another program
type Json = any;

const ms = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const fraction = /\.(\d+)Z$/.exec(text)?.[1] ?? '';
  return Date.parse(text.replace(/\.\d+Z$/, 'Z')) + Number(`0.${fraction || 0}`) * 1000;
};
const text = (base64: string): string => new TextDecoder().decode(fromBase64(base64));
const times = (item: Json): object => ({
  ...(item.started ? { started: ms(item.started) } : {}),
  ...(item.completed ? { completed: ms(item.completed) } : {}),
});

export function readRawJson(recorded: string): SolveStatus[] {
  return recorded
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => toStatus(JSON.parse(line)));
}

function toStatus(message: Json): SolveStatus {
  return {
    vertexes: (message.vertexes ?? []).map((vertex: Json) => ({
      digest: vertex.digest,
      inputs: vertex.inputs ?? [],
      name: vertex.name,
      cached: vertex.cached ?? false,
      ...(vertex.error ? { error: vertex.error } : {}),
      ...times(vertex),
    })),
    statuses: (message.statuses ?? []).map((item: Json) => ({
      id: item.id,
      vertex: item.vertex,
      name: item.name ?? '',
      current: item.current,
      total: item.total ?? 0,
      timestamp: ms(item.timestamp),
      ...times(item),
    })),
    logs: (message.logs ?? []).map((log: Json) => ({
      vertex: log.vertex,
      stream: log.stream,
      timestamp: ms(log.timestamp),
      msg: fromBase64(log.data),
    })),
    warnings: (message.warnings ?? []).map((warning: Json) => ({
      vertex: warning.vertex,
      level: warning.level,
      short: text(warning.short),
      detail: warning.detail.map(text),
      url: warning.url,
      sourceName: warning.sourceInfo.filename,
      source: text(warning.sourceInfo.data),
      ranges: warning.range.map(
        ({ start, end }: Json): SourceRange => ({
          start: { line: start.line, character: start.character ?? 0 },
          end: { line: end.line, character: end.character ?? 0 },
        }),
      ),
    })),
  };
}

/** When a message was sent, as far as it tells; ms. */
export function timeOf(status: SolveStatus): number | undefined {
  const all = [
    ...status.vertexes.flatMap(({ started, completed }) => [started, completed]),
    ...status.statuses.map(({ timestamp }) => timestamp),
    ...status.logs.map(({ timestamp }) => timestamp),
  ].filter((at) => at !== undefined);
  return all.length > 0 ? Math.max(...all) : undefined;
}
