/** Sources and destination of ADD and COPY: paths, URLs, and heredocs as files. */
import { chompTabs, parseHeredocMark } from '../heredoc.ts';
import { fault } from '../location.ts';
import type { FlagTable, Request } from './request.ts';

interface InlineFile {
  readonly name: string;
  readonly content: string;
  /** Whether variables in the content are replaced. */
  readonly expand: boolean;
}

export interface Sources {
  readonly sources: readonly string[];
  readonly inline: readonly InlineFile[];
  readonly destination: string;
}

export const copyFlags = {
  chown: 'text',
  chmod: 'text',
  link: 'switch',
  exclude: 'list',
} as const satisfies FlagTable;

export function parseSources(request: Request, keyword: string): Sources {
  const destination = request.args.at(-1)!;
  if (parseHeredocMark(destination)) throw fault(`${keyword} cannot accept a heredoc as a destination`);
  const contents = new Map(request.heredocs.map(({ name, content }) => [name, content]));
  const sources: string[] = [];
  const inline: InlineFile[] = [];
  for (const source of request.args.slice(0, -1)) {
    const mark = parseHeredocMark(source);
    if (!mark) {
      sources.push(source);
      continue;
    }
    const content = contents.get(mark.name) ?? '';
    inline.push({
      name: mark.name,
      content: mark.chomp ? chompTabs(content) : content,
      expand: mark.expand,
    });
  }
  return { sources, inline, destination };
}
