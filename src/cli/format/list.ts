/**
 * Lists: rows as a table, as JSON lines, or through a template: what `--format` says.
 *
 * Rows come as records with computed fields; the text goes back to the verb.
 */
import { messageOf } from '../../base/index.ts';
import { failure } from '../failure.ts';
import { compile, RecordValue } from '../template/index.ts';
import { alignTabs } from './tabs.ts';

export interface ListFormat {
  /** The value of --format; absent or `table` for the default. */
  readonly format: string | undefined;
  /** What `table` alone means, without that word. */
  readonly table: string;
  /** Column heads by field. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws ECLI where the template is wrong */
export function formatList(rows: readonly RecordValue[], how: ListFormat): string {
  const { source, table } = sourceOf(how);
  const render = compileFormat(source);
  let text = '';
  for (const row of rows) text += `${execute(() => render(row))}\n`;
  if (!table) return text;
  const heads = new RecordValue(
    'formatter.SubHeaderContext',
    Object.fromEntries(Object.entries(how.headers).map(([field, head]) => [field, () => head])),
    { Label: (name) => labelHead(String(name)) },
  );
  const head = execute(() => compileFormat(headSource(source))(heads));
  return alignTabs(`${head}\n${text}`);
}

/** `{{.Label "com.example.my_tier"}}` heads its column with the last part, in words. */
function labelHead(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).replace(/[-_]/g, ' ');
}

function sourceOf({ format, table }: ListFormat): { source: string; table: boolean } {
  if (format === undefined || format === '' || format === 'table') return { source: table, table: true };
  if (format === 'json') return { source: '{{json .}}', table: false };
  const isTable = format.startsWith('table');
  const source = isTable ? format.slice('table'.length) : format;
  return {
    source: source
      .replace(/^ +| +$/g, '')
      .replaceAll('\\t', '\t')
      .replaceAll('\\n', '\n'),
    table: isTable,
  };
}

/** Heads go through the same template, but are not changed by functions on values. */
function headSource(source: string): string {
  return source.replace(/\{\{(-?\s*)(?:json|lower|upper|title) +(\.\w+)(\s*-?)\}\}/g, '{{$1$2$3}}');
}

/** A compiled --format of a list. @throws ECLI */
export function compileFormat(source: string): ReturnType<typeof compile> {
  try {
    return compile(source);
  } catch (error) {
    throw failure(`template parsing error: ${messageOf(error)}`);
  }
}

function execute(render: () => string): string {
  try {
    return render();
  } catch (error) {
    throw failure(`template parsing error: ${messageOf(error)}`);
  }
}
