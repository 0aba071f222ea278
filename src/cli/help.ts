/**
 * `--help`, made of the table: Docker's layout, our words.
 */
import type { Command, Flag } from './command.ts';

/** Where descriptions would get narrower than this, lines are left long. */
const NARROWEST = 24;

export function helpOf(command: Command, path: string, width: number): string {
  const parts = [`Usage:  ${path}${command.usage === '' ? '' : ` ${command.usage}`}`, command.text];
  if (command.also.length > 0) parts.push(`Aliases:\n  ${command.also.join(', ')}`);
  if (path === 'docker') {
    parts.push(section('Common Commands', command.children, 'common'));
    parts.push(section('Management Commands', command.children, 'management'));
    parts.push(section('Commands', sorted(command.children), 'other'));
    parts.push(`Global Options:\n${flagTable(command.flags, width)}`);
  } else if (command.children.length > 0) {
    if (command.flags.length > 0) parts.push(`Options:\n${flagTable(command.flags, width)}`);
    parts.push(`Commands:\n${commandLines(sorted(command.children))}`);
  } else if (command.flags.some((flag) => !flag.hidden)) {
    parts.push(`Options:\n${flagTable(command.flags, width)}`);
  }
  const more =
    command.children.length > 0 ? `\n\nRun '${path} COMMAND --help' for more information on a command.` : '';
  return `${parts.join('\n\n')}${more}\n`;
}

function sorted(commands: readonly Command[]): Command[] {
  return [...commands].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function section(title: string, children: readonly Command[], group: Command['group']): string {
  return `${title}:\n${commandLines(children.filter((child) => child.group === group))}`;
}

function commandLines(commands: readonly Command[]): string {
  return commands
    .filter((child) => child.group !== 'hidden')
    .map((child) => `  ${child.name.padEnd(11)} ${child.text}`)
    .join('\n');
}

function flagTable(flags: readonly Flag[], width: number): string {
  const rows = flags
    .filter((flag) => !flag.hidden)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((flag) => [flagHead(flag), describe(flag)] as const);
  const column = Math.max(...rows.map(([head]) => head.length)) + 3;
  return rows.map(([head, text]) => head.padEnd(column) + wrap(text, column, width)).join('\n');
}

function flagHead(flag: Flag): string {
  const short = flag.short ? `-${flag.short}, ` : '    ';
  return `  ${short}--${flag.name}${flag.kind === 'bool' ? '' : ` ${flag.kind}`}`;
}

function describe(flag: Flag): string {
  const refused = flag.refused ? ' (not supported)' : '';
  return `${flag.text}${refused}${flag.default === undefined ? '' : ` (default ${flag.default})`}`;
}

/** Breaks `text` at spaces so that lines that begin at `column` end before `width`. */
function wrap(text: string, column: number, width: number): string {
  const room = width - column - 5;
  if (room < NARROWEST) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(column)}`);
}
