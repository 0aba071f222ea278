/**
 * Tokens of a Go template to a tree.
 *
 * @see pkg.go.dev/text/template, "Actions"
 */
import { lex, syntaxError, type Token, type TokenKind } from './lex.ts';
import { quoted, unquote } from './quote.ts';
import { Float } from './value.ts';

/** An operand or a call; `at` is the offset that errors name, `text` what they quote. */
export type Expression = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'dot' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | Float }
  | { readonly kind: 'field'; readonly names: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
  | { readonly kind: 'chain'; readonly of: Expression; readonly names: readonly string[] }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'pipeline'; readonly pipeline: Pipeline }
);

/** A function, method or operand with its arguments. */
export interface CommandNode {
  readonly words: readonly Expression[];
  readonly at: number;
  readonly text: string;
}

export interface Pipeline {
  readonly commands: readonly CommandNode[];
  readonly variables: readonly string[];
  /** `=` rather than `:=`. */
  readonly assigns: boolean;
  readonly at: number;
  readonly text: string;
}

export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    }
  | { readonly kind: 'break' | 'continue' }
  | {
      readonly kind: 'template';
      readonly name: string;
      readonly pipeline: Pipeline | undefined;
      readonly at: number;
      readonly text: string;
    };

export interface Template {
  readonly source: string;
  readonly body: readonly Node[];
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}

interface State {
  readonly source: string;
  /** Those that were read so far. */
  readonly tokens: Token[];
  readonly rest: Iterator<Token, void, void>;
  readonly functions: ReadonlySet<string>;
  readonly defined: Map<string, readonly Node[]>;
  /** Variables in scope. */
  variables: string[];
  at: number;
  ranges: number;
}

/** @throws ETEMPLATE with Go's words */
export function parseTemplate(source: string, functions: ReadonlySet<string>): Template {
  const state: State = {
    source,
    tokens: [],
    rest: lex(source),
    functions,
    defined: new Map(),
    variables: ['$'],
    at: 0,
    ranges: 0,
  };
  const { nodes, ended } = parseList(state);
  if (ended) throw wrong(state, ended.at, `unexpected {{${ended.word}}}`);
  return { source, body: nodes, defined: state.defined };
}

function wrong(state: State, at: number, message: string): Error {
  return syntaxError(state.source, at, message);
}

interface List {
  readonly nodes: Node[];
  /** `end` or `else`, where one closed the list. */
  readonly ended: { readonly word: 'end' | 'else'; readonly at: number } | undefined;
}

function parseList(state: State): List {
  const nodes: Node[] = [];
  for (;;) {
    const token = take(state);
    if (token.kind === 'end') return { nodes, ended: undefined };
    if (token.kind === 'text') {
      nodes.push({ kind: 'text', text: token.text });
      continue;
    }
    skipSpace(state);
    const word = peek(state);
    if (word.kind === 'word' && (word.text === 'end' || word.text === 'else')) {
      state.at++;
      if (word.text === 'end') close(state, 'end');
      return { nodes, ended: { word: word.text, at: word.at } };
    }
    const node = parseAction(state, word);
    if (node) nodes.push(node);
  }
}

function parseAction(state: State, word: Token): Node | undefined {
  if (word.kind === 'word') {
    switch (word.text) {
      case 'if':
      case 'with':
      case 'range':
        state.at++;
        return parseControl(state, word.text);
      case 'break':
      case 'continue':
        state.at++;
        if (state.ranges === 0) throw wrong(state, word.at, `{{${word.text}}} outside {{range}}`);
        close(state, word.text);
        return { kind: word.text };
      case 'define':
        state.at++;
        return parseDefine(state);
      case 'block':
      case 'template':
        state.at++;
        return parseCall(state, word);
    }
  }
  return { kind: 'action', pipeline: parsePipeline(state, 'command', 'close') };
}

function parseControl(state: State, kind: 'if' | 'with' | 'range'): Node {
  const scope = state.variables.length;
  const pipeline = parsePipeline(state, kind, 'close');
  if (kind === 'range') state.ranges++;
  const { nodes: body, ended } = parseList(state);
  if (kind === 'range') state.ranges--;
  let otherwise: readonly Node[] = [];
  if (!ended) throw wrong(state, state.source.length, 'unexpected EOF');
  if (ended.word === 'else') otherwise = parseElse(state, kind);
  state.variables.length = scope;
  return { kind, pipeline, body, otherwise };
}

function parseElse(state: State, kind: 'if' | 'with' | 'range'): readonly Node[] {
  skipSpace(state);
  const next = peek(state);
  // {{else if}} and {{else with}} share the one {{end}}.
  if (next.kind === 'word' && next.text === kind && kind !== 'range') {
    state.at++;
    return [parseControl(state, kind)];
  }
  close(state, 'else');
  const { nodes, ended } = parseList(state);
  if (!ended) throw wrong(state, state.source.length, 'unexpected EOF');
  if (ended.word === 'else') throw wrong(state, ended.at, 'expected end; found {{else}}');
  return nodes;
}

function parseDefine(state: State): undefined {
  skipSpace(state);
  const name = take(state);
  if (name.kind !== 'string' && name.kind !== 'raw') throw unexpected(state, name, 'define clause');
  close(state, 'define clause');
  const variables = state.variables;
  state.variables = ['$'];
  const { nodes, ended } = parseList(state);
  state.variables = variables;
  if (ended?.word !== 'end') throw wrong(state, ended?.at ?? state.source.length, 'unexpected EOF');
  state.defined.set(unquote(name.text) ?? '', nodes);
  return undefined;
}

function parseCall(state: State, word: Token): Node {
  skipSpace(state);
  const name = take(state);
  if (name.kind !== 'string' && name.kind !== 'raw') throw unexpected(state, name, `${word.text} clause`);
  skipSpace(state);
  let pipeline: Pipeline | undefined;
  if (peek(state).kind === 'close') state.at++;
  else pipeline = parsePipeline(state, `${word.text} clause`, 'close');
  const called = unquote(name.text) ?? '';
  if (word.text === 'block') {
    const { nodes } = parseList(state);
    state.defined.set(called, nodes);
  }
  const text = `{{template ${name.text}${pipeline ? ` ${pipeline.text}` : ''}}}`;
  return { kind: 'template', name: called, pipeline, at: name.at, text };
}

function parsePipeline(state: State, context: string, end: TokenKind): Pipeline {
  skipSpace(state);
  const from = peek(state).at;
  const { variables, assigns } = parseDeclarations(state, context);
  const commands: CommandNode[] = [];
  for (;;) {
    skipSpace(state);
    const token = peek(state);
    if (token.kind === end) {
      if (commands.length === 0) throw wrong(state, token.at, `missing value for ${context}`);
      state.at++;
      state.variables.push(...(assigns ? [] : variables));
      checkPipeline(state, commands);
      const text = state.source.slice(from, token.at).trim();
      return { commands, variables, assigns, at: from, text };
    }
    if (token.kind === 'pipe' && commands.length > 0) {
      state.at++;
      commands.push(parseCommand(state));
      continue;
    }
    if (commands.length > 0 || !OPERANDS.has(token.kind)) throw unexpected(state, token, context);
    commands.push(parseCommand(state));
  }
}

/** What an operand can begin with. */
const OPERANDS = new Set<TokenKind>([
  'dot',
  'field',
  'variable',
  'number',
  'rune',
  'string',
  'raw',
  'word',
  'leftParen',
]);

function checkPipeline(state: State, commands: readonly CommandNode[]): void {
  for (const [index, command] of commands.entries()) {
    const first = command.words[0]!;
    if (index > 0 && (first.kind === 'constant' || first.kind === 'dot' || first.kind === 'nil')) {
      throw wrong(state, command.at, `non executable command in pipeline stage ${index + 1}`);
    }
  }
}

function parseDeclarations(state: State, context: string): { variables: string[]; assigns: boolean } {
  const start = state.at;
  const variables: string[] = [];
  while (peek(state).kind === 'variable') {
    const name = take(state).text;
    skipSpace(state);
    const next = peek(state);
    if (next.kind === 'declare' || next.kind === 'assign') {
      state.at++;
      return { variables: [...variables, name], assigns: next.kind === 'assign' };
    }
    if (next.kind === 'comma' && context === 'range' && variables.length === 0) {
      variables.push(name);
      state.at++;
      skipSpace(state);
      continue;
    }
    break;
  }
  state.at = start;
  return { variables: [], assigns: false };
}

function parseCommand(state: State): CommandNode {
  skipSpace(state);
  const from = peek(state).at;
  const words: Expression[] = [];
  for (;;) {
    skipSpace(state);
    const operand = parseOperand(state);
    if (!operand) break;
    words.push(operand);
    const next = peek(state);
    if (next.kind !== 'space') break;
  }
  const next = peek(state);
  if (!['close', 'rightParen', 'pipe', 'space'].includes(next.kind)) throw unexpected(state, next, 'operand');
  if (words.length === 0) throw wrong(state, from, 'empty command');
  return { words, at: words[0]!.at, text: words.map(({ text }) => text).join(' ') };
}

function parseOperand(state: State): Expression | undefined {
  const start = peek(state);
  const term = parseTerm(state);
  if (!term) return undefined;
  const names: string[] = [];
  let at = term.at;
  while (peek(state).kind === 'field') {
    const token = take(state);
    // Go names the place of the second link of a chain.
    if (names.length === 0) at = token.at;
    names.push(token.text.slice(1));
  }
  if (names.length === 0) return term;
  const text = state.source.slice(start.at, peek(state).at);
  if (term.kind === 'field') return { kind: 'field', names: [...term.names, ...names], at, text };
  if (term.kind === 'variable') return { ...term, names, at, text };
  if (term.kind === 'constant' || term.kind === 'nil' || term.kind === 'dot') {
    throw wrong(state, at, `unexpected . after term ${JSON.stringify(term.text)}`);
  }
  return { kind: 'chain', of: term, names, at, text };
}

function parseTerm(state: State): Expression | undefined {
  const token = peek(state);
  const { at, text } = token;
  state.at++;
  switch (token.kind) {
    case 'dot':
      return { kind: 'dot', at, text };
    case 'field':
      return { kind: 'field', names: [text.slice(1)], at, text };
    case 'variable':
      if (!state.variables.includes(text))
        throw wrong(state, at, `undefined variable ${JSON.stringify(text)}`);
      return { kind: 'variable', name: text, names: [], at, text };
    case 'number':
      return { kind: 'constant', value: numberOf(text.replaceAll('_', '')), at, text };
    case 'rune':
      return { kind: 'constant', value: unquote(`"${text.slice(1, -1)}"`)?.codePointAt(0) ?? 0, at, text };
    case 'string':
    case 'raw': {
      const value = unquote(text);
      if (value === undefined) throw wrong(state, at, 'invalid syntax');
      return { kind: 'constant', value, at, text };
    }
    case 'word':
      return parseWord(state, token);
    case 'leftParen': {
      const pipeline = parsePipeline(state, 'parenthesized pipeline', 'rightParen');
      return { kind: 'pipeline', pipeline, at, text: `(${pipeline.text})` };
    }
    default:
      state.at--;
      return undefined;
  }
}

function parseWord(state: State, { at, text }: Token): Expression {
  if (text === 'true' || text === 'false') return { kind: 'constant', value: text === 'true', at, text };
  if (text === 'nil') return { kind: 'nil', at, text };
  if (!state.functions.has(text)) throw wrong(state, at, `function ${JSON.stringify(text)} not defined`);
  return { kind: 'function', name: text, at, text };
}

function peek(state: State): Token {
  while (state.tokens.length <= state.at) {
    const next = state.rest.next();
    // After the end there is only the end.
    state.tokens.push(next.value ?? state.tokens.at(-1)!);
  }
  return state.tokens[state.at]!;
}

function take(state: State): Token {
  const token = peek(state);
  state.at++;
  return token;
}

function skipSpace(state: State): void {
  while (peek(state).kind === 'space') state.at++;
}

function close(state: State, context: string): void {
  skipSpace(state);
  const token = take(state);
  if (token.kind !== 'close') throw unexpected(state, token, context);
}

/** Words with a meaning of their own are quoted in angle brackets. */
const KEYWORDS = new Set([
  '.',
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
]);

function unexpected(state: State, { kind, text, at }: Token, context: string): Error {
  let shown = text.length > 10 ? `${quoted(text.slice(0, 10))}...` : quoted(text);
  if (kind === 'end') shown = 'EOF';
  else if (KEYWORDS.has(text)) shown = `<${text}>`;
  return wrong(state, at, `unexpected ${shown} in ${context}`);
}

/** Constants with a point or an exponent are float64, whatever their value. */
function numberOf(text: string): number | Float {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[+-]/, '');
  if (/^0[xXbBoO]/.test(digits)) return sign * Number(digits);
  if (/^0[0-7]+$/.test(digits)) return sign * Number.parseInt(digits, 8);
  return /[.eE]/.test(digits) ? new Float(sign * Number(digits)) : sign * Number(digits);
}
