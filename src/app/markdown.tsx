/**
 * A lesson's Markdown as elements: fences marked `run` become command buttons, the rest is HTML that
 * went through a sanitiser, since lessons can come from strangers.
 */
import DOMPurify from 'dompurify';
import { lexer, parser, type Token } from 'marked';
import type { JSX } from 'preact';
import { Command } from './parts/command.tsx';

interface MarkdownProps {
  readonly text: string;
  ran(command: string): boolean;
}

export function Markdown({ text, ran }: MarkdownProps): JSX.Element {
  const parts: JSX.Element[] = [];
  let prose: Token[] = [];
  const flush = (): void => {
    if (!prose.length) return;
    const html = DOMPurify.sanitize(parser(prose as never), { USE_PROFILES: { html: true } });
    parts.push(<div key={parts.length} class="prose" dangerouslySetInnerHTML={{ __html: html }} />);
    prose = [];
  };
  for (const token of lexer(text)) {
    const command = commandIn(token);
    if (command !== undefined) {
      flush();
      parts.push(<Command key={parts.length} command={command} done={ran(command)} />);
    } else prose.push(token);
  }
  flush();
  return <>{parts}</>;
}

/** Commands that a text offers to run, in order. */
export function runnable(text: string): string[] {
  return lexer(text).flatMap((token) => commandIn(token) ?? []);
}

function commandIn(token: Token): string | undefined {
  return token.type === 'code' && token['lang'] === 'run' ? String(token['text']) : undefined;
}
