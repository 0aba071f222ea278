/** jq's grammar. Operators by how they bind, from the pipe, which binds least, to postfixes. */
import { numberFrom } from './json.ts';
import { SyntaxProblem, type Token, tokensOf } from './lex.ts';
import type { Definition, Node, Pattern } from './syntax.ts';

const DEEPEST = 2000;
const UPDATES = new Set(['=', '|=', '+=', '-=', '*=', '/=', '%=', '//=']);
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Parses a program: definitions, then an expression, which may be absent. @throws SyntaxProblem */
export function parseProgram(text: string): Node {
  return new Parser(text, tokensOf(text)).program();
}

/** Parses definitions alone. */
export function parseDefinitions(text: string): Definition[] {
  return new Parser(text, tokensOf(text)).definitions();
}

/** `$__loc__`: modules are not read, so that there is no other file. */
function location(text: string, at: number): Node {
  const value = new Map<string, string | number>([
    ['file', '<top-level>'],
    ['line', text.slice(0, at).split('\n').length],
  ]);
  return { kind: 'literal', value };
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  definitions(): Definition[] {
    const found: Definition[] = [];
    while (this.#is('keyword', 'def')) found.push(this.#definition());
    return found;
  }

  program(): Node {
    const definitions = this.definitions();
    const body: Node = this.#token.kind === 'end' ? { kind: 'identity' } : this.#pipe();
    if (this.#token.kind !== 'end') this.#unexpected();
    return definitions.reduceRight<Node>(
      (inner, definition) => ({ kind: 'define', definition, body: inner }),
      body,
    );
  }

  /** What is interpolated in a string. */
  whole(): Node {
    const node = this.#pipe();
    if (this.#token.kind !== 'end') this.#unexpected();
    return node;
  }

  get #token(): Token {
    return this.#tokens[this.#at]!;
  }
  #is(kind: Token['kind'], text: string): boolean {
    return this.#token.kind === kind && this.#token.text === text;
  }
  #isOperator(text: string): boolean {
    return this.#is('operator', text);
  }
  #skip(kind: Token['kind'], text: string): boolean {
    if (!this.#is(kind, text)) return false;
    this.#at++;
    return true;
  }
  #expect(kind: Token['kind'], text: string): void {
    if (!this.#skip(kind, text)) this.#unexpected();
  }
  #unexpected(): never {
    const { kind, text, at } = this.#token;
    const names: Readonly<Record<string, string>> = {
      end: 'end of file',
      field: 'FIELD',
      format: 'FORMAT',
      name: 'IDENT',
      number: 'LITERAL',
      string: 'QQSTRING_START',
      variable: 'BINDING',
    };
    throw new SyntaxProblem(
      `syntax error, unexpected ${names[kind] ?? (kind === 'keyword' || text.length > 1 ? text : `'${text}'`)}`,
      kind === 'end' ? Math.max(0, at - 1) : at,
    );
  }

  #definition(): Definition {
    this.#expect('keyword', 'def');
    const name = this.#name();
    const parameters: string[] = [];
    if (this.#skip('operator', '(')) {
      do {
        const variable = this.#token.kind === 'variable';
        parameters.push(variable ? `$${this.#token.text}` : this.#name());
        if (variable) this.#at++;
      } while (this.#skip('operator', ';'));
      this.#expect('operator', ')');
    }
    this.#expect('operator', ':');
    const body = this.#pipe();
    this.#expect('operator', ';');
    return { name, parameters, body };
  }

  #name(): string {
    const token = this.#token;
    if (token.kind !== 'name' && token.kind !== 'keyword') return this.#unexpected();
    this.#at++;
    return token.text;
  }

  #pipe(): Node {
    if (++this.#depth > DEEPEST) throw new SyntaxProblem('expression nests too deep', this.#token.at);
    const node = this.#pipeBody();
    this.#depth--;
    return node;
  }

  #pipeBody(): Node {
    if (this.#is('keyword', 'def')) {
      const definition = this.#definition();
      return { kind: 'define', definition, body: this.#pipe() };
    }
    if (this.#skip('keyword', 'label')) {
      const name = this.#variable();
      this.#expect('operator', '|');
      return { kind: 'label', name, body: this.#pipe() };
    }
    const left = this.#comma();
    if (!this.#skip('operator', '|')) return left;
    return { kind: 'pipe', left, right: this.#pipe() };
  }

  #binding(source: Node): Node {
    const patterns = this.#patterns();
    this.#expect('operator', '|');
    return { kind: 'as', source, patterns, body: this.#pipe() };
  }

  #patterns(): Pattern[] {
    const patterns = [this.#pattern()];
    while (this.#skip('operator', '?//')) patterns.push(this.#pattern());
    return patterns;
  }

  #pattern(): Pattern {
    if (this.#token.kind === 'variable') return { kind: 'variable', name: this.#variable() };
    if (this.#skip('operator', '[')) {
      const items: Pattern[] = [];
      do items.push(this.#pattern());
      while (this.#skip('operator', ','));
      this.#expect('operator', ']');
      return { kind: 'array', items };
    }
    this.#expect('operator', '{');
    const entries: { key: Node; variable?: string; pattern?: Pattern }[] = [];
    do {
      const token = this.#token;
      if (token.kind === 'variable') {
        this.#at++;
        const key: Node = { kind: 'literal', value: token.text };
        if (this.#skip('operator', ':'))
          entries.push({ key, variable: token.text, pattern: this.#pattern() });
        else entries.push({ key, variable: token.text });
      } else {
        const key = this.#patternKey();
        this.#expect('operator', ':');
        entries.push({ key, pattern: this.#pattern() });
      }
    } while (this.#skip('operator', ','));
    this.#expect('operator', '}');
    return { kind: 'object', entries };
  }

  #patternKey(): Node {
    if (this.#token.kind === 'string') return this.#string(undefined);
    if (this.#skip('operator', '(')) {
      const key = this.#pipe();
      this.#expect('operator', ')');
      return key;
    }
    return { kind: 'literal', value: this.#name() };
  }

  #variable(): string {
    const token = this.#token;
    if (token.kind !== 'variable') return this.#unexpected();
    this.#at++;
    return token.text;
  }

  #comma(): Node {
    let left = this.#alternative();
    while (this.#skip('operator', ',')) left = { kind: 'comma', left, right: this.#alternative() };
    return left;
  }

  /** `//` and the updates: to the right, and not one behind another. */
  #alternative(): Node {
    const left = this.#or();
    if (this.#skip('operator', '//')) {
      return { kind: 'binary', operator: '//', left, right: this.#alternative() };
    }
    const { kind, text } = this.#token;
    if (kind !== 'operator' || !UPDATES.has(text)) return left;
    this.#at++;
    return { kind: 'update', operator: text, left, right: this.#alternative() };
  }

  #or(): Node {
    let left = this.#and();
    while (this.#skip('keyword', 'or')) left = { kind: 'binary', operator: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Node {
    let left = this.#comparison();
    while (this.#skip('keyword', 'and'))
      left = { kind: 'binary', operator: 'and', left, right: this.#comparison() };
    return left;
  }

  #comparison(): Node {
    const left = this.#sum();
    const { kind, text } = this.#token;
    if (kind !== 'operator' || !COMPARISONS.has(text)) return left;
    this.#at++;
    const node: Node = { kind: 'binary', operator: text, left, right: this.#sum() };
    if (this.#token.kind === 'operator' && COMPARISONS.has(this.#token.text)) this.#unexpected();
    return node;
  }

  #sum(): Node {
    let left = this.#product();
    while (this.#isOperator('+') || this.#isOperator('-')) {
      const operator = this.#token.text;
      this.#at++;
      left = { kind: 'binary', operator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Node {
    let left = this.#unary();
    while (this.#isOperator('*') || this.#isOperator('/') || this.#isOperator('%')) {
      const operator = this.#token.text;
      this.#at++;
      left = { kind: 'binary', operator, left, right: this.#unary() };
    }
    return left;
  }

  #unary(): Node {
    if (this.#skip('operator', '-')) return { kind: 'negate', operand: this.#unary() };
    const node = this.#postfix();
    // A binding may stand behind any term: `1 + . as $x | $x`.
    if (!this.#is('keyword', 'as')) return node;
    this.#at++;
    return this.#binding(node);
  }

  #postfix(): Node {
    let node = this.#term();
    for (;;) {
      const token = this.#token;
      if (token.kind === 'field') {
        this.#at++;
        node = { kind: 'index', target: node, index: { kind: 'literal', value: token.text } };
      } else if (this.#isOperator('.') && this.#tokens[this.#at + 1]?.kind === 'string') {
        this.#at++;
        node = { kind: 'index', target: node, index: this.#string(undefined) };
      } else if (this.#isOperator('.') && this.#tokens[this.#at + 1]?.text === '[') {
        this.#at++;
      } else if (this.#skip('operator', '[')) node = this.#bracket(node);
      else if (this.#skip('operator', '?')) node = { kind: 'try', body: node };
      else return node;
    }
  }

  #bracket(target: Node): Node {
    if (this.#skip('operator', ']')) return { kind: 'iterate', target };
    if (this.#skip('operator', ':')) {
      const to = this.#pipe();
      this.#expect('operator', ']');
      return { kind: 'slice', target, to };
    }
    const index = this.#pipe();
    if (this.#skip('operator', ':')) {
      if (this.#skip('operator', ']')) return { kind: 'slice', target, from: index };
      const to = this.#pipe();
      this.#expect('operator', ']');
      return { kind: 'slice', target, from: index, to };
    }
    this.#expect('operator', ']');
    return { kind: 'index', target, index };
  }

  #term(): Node {
    const token = this.#token;
    switch (token.kind) {
      case 'number':
        this.#at++;
        return { kind: 'literal', value: numberFrom(token.text)! };
      case 'string':
        return this.#string(undefined);
      case 'format':
        this.#at++;
        return this.#token.kind === 'string'
          ? this.#string(token.text)
          : { kind: 'format', name: token.text };
      case 'field':
        this.#at++;
        return { kind: 'index', target: { kind: 'identity' }, index: { kind: 'literal', value: token.text } };
      case 'variable':
        this.#at++;
        if (token.text === '__loc__') return location(this.#text, token.at);
        return { kind: 'variable', name: token.text, at: token.at };
      case 'name':
        return this.#call();
      case 'keyword':
        return this.#keyword(token.text);
      case 'operator':
        return this.#bracketed(token.text);
      default:
        return this.#unexpected();
    }
  }

  #bracketed(text: string): Node {
    this.#at++;
    if (text === '.') {
      if (this.#token.kind === 'string') {
        return { kind: 'index', target: { kind: 'identity' }, index: this.#string(undefined) };
      }
      return { kind: 'identity' };
    }
    if (text === '..') return { kind: 'recurse' };
    if (text === '(') {
      const inner = this.#pipe();
      this.#expect('operator', ')');
      return inner;
    }
    if (text === '[') {
      if (this.#skip('operator', ']')) return { kind: 'array' };
      const body = this.#pipe();
      this.#expect('operator', ']');
      return { kind: 'array', body };
    }
    if (text === '{') return this.#object();
    this.#at--;
    return this.#unexpected();
  }

  #call(): Node {
    const { text, at } = this.#token;
    this.#at++;
    if (text === 'break' && this.#token.kind === 'variable')
      return { kind: 'break', name: this.#variable(), at };
    if (text === 'empty' && !this.#isOperator('(')) return { kind: 'empty' };
    const args: Node[] = [];
    if (this.#skip('operator', '(')) {
      do args.push(this.#pipe());
      while (this.#skip('operator', ';'));
      this.#expect('operator', ')');
    }
    return { kind: 'call', name: text, args, at };
  }

  #keyword(text: string): Node {
    this.#at++;
    switch (text) {
      case 'if':
        return this.#if();
      case 'try': {
        const body = this.#postfixTry();
        return this.#skip('keyword', 'catch')
          ? { kind: 'try', body, handler: this.#postfixTry() }
          : { kind: 'try', body };
      }
      case 'reduce':
      case 'foreach':
        return this.#loop(text);
      case 'def':
        this.#at--;
        return this.#pipeBody();
      case 'label': {
        const name = this.#variable();
        this.#expect('operator', '|');
        return { kind: 'label', name, body: this.#pipe() };
      }
      default:
        this.#at--;
        return this.#unexpected();
    }
  }

  /** A body of `try`: a term with its postfixes; a `?` behind it belongs to it. */
  #postfixTry(): Node {
    return this.#skip('operator', '-') ? { kind: 'negate', operand: this.#postfix() } : this.#postfix();
  }

  #if(): Node {
    const condition = this.#pipe();
    this.#expect('keyword', 'then');
    const then = this.#pipe();
    if (this.#skip('keyword', 'elif')) return { kind: 'if', condition, then, otherwise: this.#if() };
    if (this.#skip('keyword', 'else')) {
      const otherwise = this.#pipe();
      this.#expect('keyword', 'end');
      return { kind: 'if', condition, then, otherwise };
    }
    this.#expect('keyword', 'end');
    return { kind: 'if', condition, then };
  }

  #loop(kind: 'reduce' | 'foreach'): Node {
    const source = this.#postfix();
    this.#expect('keyword', 'as');
    const patterns = this.#patterns();
    this.#expect('operator', '(');
    const start = this.#pipe();
    this.#expect('operator', ';');
    const update = this.#pipe();
    const extract = kind === 'foreach' && this.#skip('operator', ';') ? { extract: this.#pipe() } : {};
    this.#expect('operator', ')');
    return { kind, source, patterns, start, update, ...extract };
  }

  #object(): Node {
    const entries: { key: Node; value: Node }[] = [];
    while (!this.#isOperator('}')) {
      entries.push(this.#entry());
      if (!this.#skip('operator', ',')) break;
    }
    this.#expect('operator', '}');
    return { kind: 'object', entries };
  }

  #entry(): { key: Node; value: Node } {
    const token = this.#token;
    if (token.kind === 'variable') {
      this.#at++;
      const value: Node =
        token.text === '__loc__'
          ? location(this.#text, token.at)
          : { kind: 'variable', name: token.text, at: token.at };
      return { key: { kind: 'literal', value: token.text }, value };
    }
    let key: Node;
    if (this.#skip('operator', '(')) {
      key = this.#pipe();
      this.#expect('operator', ')');
    } else if (token.kind === 'string') key = this.#string(undefined);
    else if (token.kind === 'format') {
      this.#at++;
      key = this.#token.kind === 'string' ? this.#string(token.text) : { kind: 'format', name: token.text };
    } else if (token.kind === 'number') {
      this.#at++;
      key = { kind: 'literal', value: numberFrom(token.text)! };
    } else key = { kind: 'literal', value: this.#name() };
    if (this.#skip('operator', ':')) return { key, value: this.#entryValue() };
    return { key, value: { kind: 'index', target: { kind: 'identity' }, index: key } };
  }

  /** A value in an object: no commas and no operators but pipes. */
  #entryValue(): Node {
    let left = this.#entryTerm();
    while (this.#skip('operator', '|')) left = { kind: 'pipe', left, right: this.#entryTerm() };
    return left;
  }

  #entryTerm(): Node {
    return this.#skip('operator', '-') ? { kind: 'negate', operand: this.#postfix() } : this.#postfix();
  }

  #string(format: string | undefined): Node {
    const token = this.#token;
    if (token.kind !== 'string') return this.#unexpected();
    this.#at++;
    const parts = token.parts!.map((part) =>
      typeof part === 'string' ? part : new Parser(this.#text, part).whole(),
    );
    if (parts.every((part) => typeof part === 'string')) return { kind: 'literal', value: parts.join('') };
    return { kind: 'string', format, parts };
  }
}
