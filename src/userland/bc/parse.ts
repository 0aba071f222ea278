/**
 * bc's grammar. A line is parsed as a whole before any of it is done; what is open at its end (`{`, a string)
 * asks for more.
 * @see POSIX.1-2024, bc, "Grammar"
 */
import type { Argument, Builtin, Definition, Expression, Parameter, Place, Statement } from './syntax.ts';
import { type Extension, SyntaxProblem, type Token, tokensOf, Unfinished } from './tokens.ts';

export interface ParsedLine {
  readonly statements: readonly (Statement | Definition)[];
  /** `quit` ends the program when it is read. */
  readonly quits: boolean;
}

const END: Token = { kind: 'end', text: '', rest: '' };

/** Levels of binary operators, those that bind least first. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '<=', '>=', '!=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];
/** Deeper nesting than this is nobody's program. */
const DEEPEST = 1000;

/** Parses some lines. @throws SyntaxProblem, Unfinished */
export function parseLines(text: string, extension: Extension): ParsedLine {
  return new Parser([...tokensOf(text, extension)], extension).lines();
}

class Parser {
  #at = 0;
  #depth = 0;
  #loops = 0;
  #inFunction = false;
  readonly #tokens: readonly Token[];
  readonly #extension: Extension;

  constructor(tokens: readonly Token[], extension: Extension) {
    this.#tokens = tokens;
    this.#extension = extension;
  }

  lines(): ParsedLine {
    const statements: (Statement | Definition)[] = [];
    for (;;) {
      while (this.#skip('newline') || this.#skipOperator(';'));
      const token = this.#token;
      if (token.kind === 'end') return { statements, quits: false };
      if (this.#skipKeyword('quit')) return { statements, quits: true };
      statements.push(this.#isKeyword('define') ? this.#definition() : this.#statement());
      this.#endOfStatement();
    }
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? END;
  }

  get #ended(): boolean {
    return this.#token.kind === 'end';
  }
  #isOperator(text: string): boolean {
    return this.#token.kind === 'operator' && this.#token.text === text;
  }
  #isKeyword(text: string): boolean {
    return this.#token.kind === 'keyword' && this.#token.text === text;
  }
  #skip(kind: Token['kind']): boolean {
    if (this.#token.kind !== kind) return false;
    this.#at++;
    return true;
  }
  #skipOperator(text: string): boolean {
    if (!this.#isOperator(text)) return false;
    this.#at++;
    return true;
  }
  #skipKeyword(text: string): boolean {
    if (!this.#isKeyword(text)) return false;
    this.#at++;
    return true;
  }
  #skipNewlines(): void {
    while (this.#skip('newline'));
  }

  #bad(what: string): never {
    throw new SyntaxProblem(`bad ${what} at '${this.#token.rest}'`);
  }
  #expect(operator: string, what = 'token'): void {
    if (!this.#skipOperator(operator)) this.#bad(what);
  }

  #endOfStatement(): void {
    const { kind } = this.#token;
    if (kind === 'newline' || kind === 'end' || this.#isOperator(';') || this.#isOperator('}')) return;
    const operator = kind === 'operator';
    this.#bad(operator ? 'statement terminator' : 'expression');
  }

  #statement(): Statement {
    if (++this.#depth > DEEPEST) throw new SyntaxProblem('too deep');
    const token = this.#token;
    let statement: Statement;
    if (token.kind === 'string') {
      this.#at++;
      statement = { kind: 'string', text: token.text };
    } else if (this.#isOperator('{')) statement = this.#block();
    else if (token.kind === 'keyword') statement = this.#keywordStatement(token);
    else if (this.#isOperator(';')) statement = { kind: 'nothing' };
    else if (token.kind === 'operator' && !/^(?:[-(!]|\+\+|--)$/.test(token.text)) this.#bad('token');
    else statement = this.#expressionStatement();
    this.#depth--;
    return statement;
  }

  #block(): Statement {
    this.#expect('{');
    const body: Statement[] = [];
    for (;;) {
      while (this.#skip('newline') || this.#skipOperator(';'));
      if (this.#ended) throw new Unfinished(`bad token at ''`);
      if (this.#skipOperator('}')) return { kind: 'block', body };
      body.push(this.#statement());
      this.#endOfStatement();
    }
  }

  #keywordStatement({ text }: Token): Statement {
    switch (text) {
      case 'if':
        return this.#if();
      case 'while':
      case 'for':
        return this.#loop(text);
      case 'break':
      case 'continue':
        if (this.#loops === 0) this.#bad('token');
        this.#at++;
        return { kind: text };
      case 'halt':
      case 'limits':
        this.#at++;
        return { kind: text };
      case 'return':
        return this.#return();
      case 'print':
        return this.#print();
      case 'quit':
      case 'auto':
      case 'define':
      case 'else':
        return this.#bad('token');
      default:
        return this.#expressionStatement();
    }
  }

  #if(): Statement {
    this.#at++;
    this.#expect('(');
    const condition = this.#condition();
    this.#expect(')');
    this.#skipNewlines();
    const then = this.#branch();
    const before = this.#at;
    while (this.#skip('newline') || this.#skipOperator(';'));
    if (this.#skipKeyword('else')) {
      this.#skipNewlines();
      return { kind: 'if', condition, then, otherwise: this.#branch() };
    }
    this.#at = before;
    return { kind: 'if', condition, then };
  }

  /** What an `if` or a loop governs; it may stand in the next line. */
  #branch(): Statement {
    if (this.#ended) throw new Unfinished(`bad token at ''`);
    return this.#statement();
  }

  #loop(word: string): Statement {
    this.#at++;
    this.#expect('(');
    const parts: { first?: Expression; condition?: Expression; next?: Expression } = {};
    if (word === 'while') parts.condition = this.#condition();
    else {
      const missing = (what: string) =>
        this.#extension(`POSIX does not allow an empty ${what} expression in 'for()'`);
      if (this.#isOperator(';')) missing('init');
      else parts.first = this.#expression();
      this.#expect(';', 'token');
      if (this.#isOperator(';')) missing('condition');
      else parts.condition = this.#condition();
      this.#expect(';', 'token');
      if (this.#isOperator(')')) missing('update');
      else parts.next = this.#expression();
    }
    this.#expect(')');
    this.#skipNewlines();
    this.#loops++;
    const body = this.#branch();
    this.#loops--;
    return { kind: 'loop', ...parts, body };
  }

  #return(): Statement {
    if (!this.#inFunction) throw new SyntaxProblem(`'return' not in a function`);
    this.#at++;
    const { kind } = this.#token;
    if (kind === 'newline' || kind === 'end' || this.#isOperator(';') || this.#isOperator('}'))
      return { kind: 'return' };
    if (!this.#isOperator('(')) this.#extension('POSIX requires parentheses around return expressions');
    if (this.#isOperator('(') && this.#tokens[this.#at + 1]?.text === ')') {
      this.#at += 2;
      return { kind: 'return' };
    }
    return { kind: 'return', value: this.#expression() };
  }

  #print(): Statement {
    this.#at++;
    const parts: (Expression | string)[] = [];
    do {
      const token = this.#token;
      if (token.kind === 'string') {
        this.#at++;
        parts.push(token.text);
      } else parts.push(this.#expression());
    } while (this.#skipOperator(','));
    return { kind: 'print', parts };
  }

  #expressionStatement(): Statement {
    const expression = this.#expression();
    return { kind: 'expression', expression, quiet: expression.kind === 'assign' };
  }

  #definition(): Definition {
    this.#at++;
    const isVoid = this.#skipKeyword('void');
    const name = this.#name();
    this.#expect('(');
    const parameters = this.#isOperator(')') ? [] : this.#parameters();
    this.#expect(')');
    this.#skipNewlines();
    if (this.#ended) throw new Unfinished(`bad token at ''`);
    this.#expect('{');
    while (this.#skip('newline') || this.#skipOperator(';'));
    const locals = this.#skipKeyword('auto') ? this.#parameters() : [];
    this.#inFunction = true;
    const body: Statement[] = [];
    for (;;) {
      while (this.#skip('newline') || this.#skipOperator(';'));
      if (this.#ended) throw new Unfinished(`bad token at ''`);
      if (this.#skipOperator('}')) break;
      body.push(this.#statement());
      this.#endOfStatement();
    }
    this.#inFunction = false;
    return { name, parameters, locals, body, isVoid };
  }

  #name(): string {
    const token = this.#token;
    if (token.kind !== 'name') return this.#bad('token');
    this.#at++;
    return token.text;
  }

  #parameters(): Parameter[] {
    const parameters: Parameter[] = [];
    do {
      const name = this.#name();
      const array = this.#skipOperator('[');
      if (array) this.#expect(']');
      if (parameters.some((other) => other.name === name && other.array === array))
        throw new SyntaxProblem('duplicate function parameter or auto name');
      parameters.push({ name, array });
    } while (this.#skipOperator(','));
    return parameters;
  }

  /** An expression in an `if` or a loop, where comparisons are at home. */
  #condition(): Expression {
    this.#inCondition = true;
    this.#comparisons = 0;
    const expression = this.#expression();
    this.#inCondition = false;
    if (this.#comparisons > 1)
      this.#extension('POSIX requires exactly one comparison operator per condition');
    return expression;
  }
  #inCondition = false;
  #comparisons = 0;

  #expression(): Expression {
    if (++this.#depth > DEEPEST) throw new SyntaxProblem('too deep');
    const expression = this.#level(0);
    this.#depth--;
    return expression;
  }

  #level(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.#power();
    let left = this.#level(level + 1);
    for (;;) {
      const { kind, text } = this.#token;
      if (kind !== 'operator' || !operators.includes(text)) return left;
      this.#at++;
      if (level === 2) {
        this.#comparisons++;
        if (!this.#inCondition)
          this.#extension('POSIX does not allow comparison operators outside if or loops');
      }
      left = { kind: 'binary', operator: text, left, right: this.#level(level + 1) };
    }
  }

  #not(): Expression {
    this.#at++;
    return { kind: 'not', operand: this.#power() };
  }

  #power(): Expression {
    const base = this.#unary();
    if (!this.#skipOperator('^')) return base;
    // To the right: 2^3^2 is 2^9.
    return { kind: 'binary', operator: '^', left: base, right: this.#power() };
  }

  #unary(): Expression {
    if (this.#skipOperator('-')) return { kind: 'negate', operand: this.#unary() };
    if (this.#isOperator('!')) return this.#not();
    if (this.#isOperator('++') || this.#isOperator('--')) {
      const by = this.#token.text === '++' ? 1 : -1;
      this.#at++;
      const place = this.#primary();
      if (!isPlace(place)) return this.#bad('token');
      return { kind: 'step', by, place, before: true };
    }
    const expression = this.#primary();
    if (!isPlace(expression) || this.#token.kind !== 'operator') return expression;
    const { text } = this.#token;
    if (text === '++' || text === '--') {
      this.#at++;
      return { kind: 'step', by: text === '++' ? 1 : -1, place: expression, before: false };
    }
    if (!/^[-+*/%^]?=$/.test(text)) return expression;
    this.#at++;
    // What is assigned goes up to a comparison.
    return { kind: 'assign', operator: text.slice(0, -1), place: expression, value: this.#level(3) };
  }

  #primary(): Expression {
    const token = this.#token;
    if (token.kind === 'number') {
      this.#at++;
      return { kind: 'number', text: token.text };
    }
    if (token.kind === 'name') return this.#named();
    if (token.kind === 'keyword') return this.#special(token.text);
    if (!this.#skipOperator('(')) return this.#bad('expression');
    const inner = this.#expression();
    this.#expect(')', 'expression');
    // In parentheses an assignment is a value like others.
    return inner.kind === 'assign' ? { kind: 'binary', operator: '+', left: inner, right: ZERO } : inner;
  }

  #named(): Expression {
    const name = this.#name();
    if (this.#skipOperator('[')) {
      const index = this.#expression();
      this.#expect(']', 'expression');
      return { kind: 'element', name, index };
    }
    if (!this.#skipOperator('(')) return { kind: 'variable', name };
    const args: Argument[] = [];
    if (!this.#isOperator(')')) {
      do args.push(this.#argument());
      while (this.#skipOperator(','));
    }
    this.#expect(')', 'expression');
    return { kind: 'call', name, args };
  }

  #argument(): Argument {
    const [name, open, close] = this.#tokens.slice(this.#at, this.#at + 3);
    if (name?.kind === 'name' && open?.text === '[' && close?.text === ']') {
      this.#at += 3;
      return { kind: 'array', name: name.text };
    }
    return this.#expression();
  }

  #special(word: string): Expression {
    this.#at++;
    switch (word) {
      case 'ibase':
      case 'obase':
      case 'last':
        return { kind: 'special', name: word };
      case 'scale':
        return this.#isOperator('(') ? this.#builtin('scale') : { kind: 'special', name: 'scale' };
      case 'length':
      case 'sqrt':
        return this.#builtin(word);
      case 'read':
        this.#expect('(', 'expression');
        this.#expect(')', 'expression');
        return { kind: 'read' };
      default:
        this.#at--;
        return this.#bad('expression');
    }
  }

  #builtin(name: Builtin): Expression {
    this.#expect('(', 'expression');
    const arg = this.#expression();
    this.#expect(')');
    return { kind: 'builtin', name, arg };
  }
}

const ZERO: Expression = { kind: 'number', text: '0' };

function isPlace(expression: Expression): expression is Place {
  return ['variable', 'element', 'special'].includes(expression.kind);
}
