/**
 * Commands as bash prints them: `declare -f`, BASH_COMMAND.
 *
 * A tree becomes text with bash's own breaks and indentation; words are as they were written.
 */
import type { Assignment, Command, Conditional, ListItem, Redirect, Word } from '../ast.ts';
import type { PendingHereDocument } from '../reader.ts';

/** Notes how a here-document was written. */
export function keepDocument({ redirect, delimiter, quoted }: PendingHereDocument, body: string): void {
  redirect.delimiter = quoted ? `'${delimiter}'` : delimiter;
  redirect.word = { ...redirect.word, raw: body };
}

/** `declare -f name`. */
export function functionText(name: string, body: Command): string {
  return `${name} () \n${functionBody(body)}\n`;
}

function functionBody(body: Command): string {
  if (body.kind === 'group') return `{ \n    ${listText(body.body, 4)}\n}${redirectsText(body.redirects)}`;
  return `{ \n    ${text(body, 4)}\n}`;
}

/** On one line where it can be; BASH_COMMAND. */
export function commandText(command: Command): string {
  if (command.kind === 'for') return `for ${command.variable} in ${wordsText(command.words ?? [])}`;
  if (command.kind === 'case') return `case ${wordText(command.subject)} in `;
  return text(command, 0);
}

const pad = (indent: number): string => ' '.repeat(indent);

/** As it was written, but for the commands and lists in it, which are printed anew. */
function wordText(word: Word): string {
  if (word.assigns?.elements) return assignmentText(word.assigns);
  let text = word.raw ?? word.plain ?? '';
  let from = 0;
  for (const part of word.parts) {
    if (part.kind !== 'command' || part.source === undefined) continue;
    const at = text.indexOf(part.source, from);
    if (at < 0) continue;
    const printed = `$(${lineText(part.body)})`;
    text = text.slice(0, at) + printed + text.slice(at + part.source.length);
    from = at + printed.length;
  }
  return text;
}

function wordsText(words: readonly Word[]): string {
  return words.map(wordText).join(' ');
}

/** Commands on lines of their own; the last without its semicolon. */
function listText(items: readonly ListItem[], indent: number): string {
  let result = '';
  for (const [index, { command, background }] of items.entries()) {
    const printed = text(command, indent);
    const last = index === items.length - 1;
    if (background) result += `${printed} &${last ? '' : ` ${text(items[index + 1]!.command, indent)}`}`;
    else if (last) result += printed;
    else result += hasDocument(command) ? `${printed}\n${pad(indent)}` : `${printed};\n${pad(indent)}`;
  }
  return result;
}

/** Commands on one line. */
function lineText(items: readonly ListItem[]): string {
  return items
    .map(({ command, background }, index) => {
      const end = background ? ' &' : ';';
      return text(command, 0) + (index === items.length - 1 ? end.replace(';', '') : end);
    })
    .join(' ');
}

function bodyText(items: readonly ListItem[], indent: number): string {
  const inner = listText(items, indent + 4);
  const end = items.at(-1)?.background || hasDocument(items.at(-1)?.command) ? '' : ';';
  return `\n${pad(indent + 4)}${inner}${end}\n${pad(indent)}`;
}

function conditionText(items: readonly ListItem[], indent: number): string {
  const inner = listText(items, indent);
  return items.at(-1)?.background ? inner : `${inner};`;
}

function hasDocument(command: Command | undefined): boolean {
  return !!command && 'redirects' in command && command.redirects.some(({ operator }) => operator === '<<');
}

function text(command: Command, indent: number): string {
  const redirects = 'redirects' in command ? redirectsText(command.redirects) : '';
  return inner(command, indent) + redirects;
}

function inner(command: Command, indent: number): string {
  switch (command.kind) {
    case 'simple':
      return [...command.assignments.map(assignmentText), ...command.words.map(wordText)].join(' ');
    case 'pipeline': {
      const piped = command.commands.map((each) => text(each, indent)).join(' | ');
      return command.negated ? `! ${piped}` : piped;
    }
    case 'and-or':
      return `${text(command.left, indent)} ${command.operator} ${text(command.right, indent)}`;
    case 'group':
      return `{ \n${pad(indent + 4)}${listText(command.body, indent + 4)}\n${pad(indent)}}`;
    case 'subshell':
      return `( ${listText(command.body, indent)} )`;
    case 'if':
      return ifText(command, indent);
    case 'while': {
      const keyword = command.until ? 'until' : 'while';
      return `${keyword} ${conditionText(command.condition, indent)} do${bodyText(command.body, indent)}done`;
    }
    case 'for':
    case 'select': {
      const words = command.words ? wordsText(command.words) : '"$@"';
      return `${command.kind} ${command.variable} in ${words};\n${pad(indent)}do${bodyText(command.body, indent)}done`;
    }
    case 'arithmetic-for': {
      const { start, condition, step, body } = command;
      const head = [start, condition, step].map((word) => word.raw || '1').join('; ');
      return `for ((${head}))\n${pad(indent)}do${bodyText(body, indent)}done`;
    }
    case 'case':
      return caseText(command, indent);
    case 'function':
      return `function ${command.name} () \n${pad(indent)}${functionBody(command.body).replaceAll('\n', `\n${pad(indent)}`)}`;
    case 'arithmetic':
      return `((${command.expression.raw}))`;
    case 'conditional':
      return `[[ ${conditionalText(command.expression)} ]]`;
    case 'time':
      return `time ${command.posix ? '-p ' : ''}${command.command ? text(command.command, indent) : ''}`;
  }
}

function ifText({ clauses, otherwise }: Command & { kind: 'if' }, indent: number): string {
  const [first, ...rest] = clauses;
  const head = `if ${conditionText(first!.condition, indent)} then${bodyText(first!.body, indent)}`;
  if (rest.length === 0) return `${head}${otherwise ? `else${bodyText(otherwise, indent)}` : ''}fi`;
  // An elif is an if within else.
  const nested = { kind: 'if', clauses: rest, otherwise } as unknown as Command & { kind: 'if' };
  return `${head}else\n${pad(indent + 4)}${ifText(nested, indent + 4)};\n${pad(indent)}fi`;
}

function caseText({ subject, clauses }: Command & { kind: 'case' }, indent: number): string {
  const lines = clauses.map(({ patterns, body, end }) => {
    const head = `${pad(indent + 4)}${patterns.map(wordText).join(' | ')})`;
    const inside = body.length ? `${pad(indent + 8)}${listText(body, indent + 8)}` : '';
    return `${head}\n${inside}\n${pad(indent + 4)}${end}\n`;
  });
  return `case ${wordText(subject)} in \n${lines.join('')}${pad(indent)}esac`;
}

function conditionalText(expression: Conditional): string {
  switch (expression.kind) {
    case 'word':
      return `-n ${wordText(expression.word)}`;
    case 'unary':
      return `${expression.operator} ${wordText(expression.word)}`;
    case 'binary':
      return `${wordText(expression.left)} ${expression.operator} ${wordText(expression.right)}`;
    case 'group':
      return `( ${conditionalText(expression.operand)} )`;
    case 'not':
      return `! ${conditionalText(expression.operand)}`;
    default:
      return `${conditionalText(expression.left)} ${expression.kind === 'and' ? '&&' : '||'} ${conditionalText(expression.right)}`;
  }
}

function assignmentText({ raw, name, value, elements, append, subscript }: Assignment): string {
  const operator = append ? '+=' : '=';
  const target = subscript ? `${name}[${subscript.raw}]` : name;
  if (elements) return `${target}${operator}(${elements.map(elementText).join(' ')})`;
  if (raw === undefined) return `${target}${operator}${wordText(value)}`;
  return wordText({ ...value, raw });
}

function elementText(word: Word): string {
  return word.assigns && !word.assigns.elements
    ? wordText({ ...word.assigns.value, raw: word.raw! })
    : wordText(word);
}

function redirectsText(redirects: readonly Redirect[]): string {
  return redirects.map((redirect) => ` ${redirectText(redirect)}`).join('');
}

function redirectText({ fd, variable, operator, word, delimiter }: Redirect): string {
  const usual = operator[0] === '<' ? 0 : 1;
  const lead =
    variable !== undefined ? `{${variable}}` : fd === usual || operator[0] === '&' ? '' : String(fd);
  if (operator === '<<') return `${lead}<<${delimiter}\n${word.raw}${delimiter!.replace(/^'|'$/g, '')}\n`;
  if (operator === '<&' || operator === '>&')
    return `${lead || (usual ? '1' : '0')}${operator}${wordText(word)}`;
  return `${lead}${operator} ${wordText(word)}`;
}
