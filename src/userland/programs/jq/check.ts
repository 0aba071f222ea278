/** Finds names that mean nothing before a program runs, as jq does when it compiles. */
import { formatNames } from './formats.ts';
import { SyntaxProblem } from './lex.ts';
import { type Node, type Pattern, variablesOf } from './syntax.ts';

interface Scope {
  readonly functions: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  /** What was not found. */
  readonly unknown: { message: string; at: number }[];
}

/** @throws SyntaxProblem for unknown functions, variables and labels, or the first unknown format */
export function checkNames(node: Node, known: ReadonlySet<string>, variables: readonly string[]): void {
  const unknown: { message: string; at: number }[] = [];
  check(node, { functions: known, variables: new Set(variables), labels: new Set(), unknown });
  const [first] = unknown;
  if (first) throw new SyntaxProblem(first.message, first.at, unknown);
}

function check(node: Node, scope: Scope): void {
  switch (node.kind) {
    case 'variable':
      if (!scope.variables.has(node.name)) missing(scope, `$${node.name}`, node.at);
      return;
    case 'break':
      if (!scope.labels.has(node.name)) missing(scope, `$*label-${node.name}`, node.at);
      return;
    case 'format':
      checkFormat(node.name);
      return;
    case 'call': {
      const key = `${node.name}/${node.args.length}`;
      if (!scope.functions.has(key)) missing(scope, key, node.at);
      for (const arg of node.args) check(arg, scope);
      return;
    }
    case 'string':
      if (node.format) checkFormat(node.format);
      for (const part of node.parts) if (typeof part !== 'string') check(part, scope);
      return;
    case 'define': {
      const { name, parameters, body } = node.definition;
      const after = { ...scope, functions: new Set([...scope.functions, `${name}/${parameters.length}`]) };
      const inner: Scope = {
        ...after,
        functions: new Set([...after.functions, ...parameters.map((each) => `${each.replace('$', '')}/0`)]),
        variables: new Set([
          ...scope.variables,
          ...parameters.filter((each) => each.startsWith('$')).map((each) => each.slice(1)),
        ]),
      };
      check(body, inner);
      check(node.body, after);
      return;
    }
    case 'label':
      check(node.body, { ...scope, labels: new Set([...scope.labels, node.name]) });
      return;
    case 'as':
      check(node.source, scope);
      check(node.body, bound(node.patterns, scope));
      return;
    case 'reduce':
    case 'foreach': {
      check(node.source, scope);
      check(node.start, scope);
      const inner = bound(node.patterns, scope);
      check(node.update, inner);
      if (node.extract) check(node.extract, inner);
      return;
    }
    default:
      for (const child of childrenOf(node)) check(child, scope);
  }
}

function missing({ unknown }: Scope, name: string, at: number): void {
  unknown.push({ message: `${name} is not defined`, at });
}

function checkFormat(name: string): void {
  if (!formatNames.has(name)) throw new SyntaxProblem(`${name.slice(1)} is not a valid format`, 0);
}

function bound(patterns: readonly Pattern[], scope: Scope): Scope {
  for (const pattern of patterns) checkKeys(pattern, scope);
  const names = patterns.flatMap((pattern) => [...variablesOf(pattern)]);
  return { ...scope, variables: new Set([...scope.variables, ...names]) };
}

function checkKeys(pattern: Pattern, scope: Scope): void {
  if (pattern.kind === 'array') for (const item of pattern.items) checkKeys(item, scope);
  if (pattern.kind !== 'object') return;
  let inner = scope;
  for (const { key, variable, pattern: next } of pattern.entries) {
    check(key, inner);
    if (variable !== undefined) inner = { ...inner, variables: new Set([...inner.variables, variable]) };
    if (next) {
      checkKeys(next, inner);
      inner = { ...inner, variables: new Set([...inner.variables, ...variablesOf(next)]) };
    }
  }
}

/** The programs in a node that see what it sees. */
function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'index':
      return [node.target, node.index];
    case 'slice':
      return [node.target, ...(node.from ? [node.from] : []), ...(node.to ? [node.to] : [])];
    case 'iterate':
      return [node.target];
    case 'try':
      return [node.body, ...(node.handler ? [node.handler] : [])];
    case 'array':
      return node.body ? [node.body] : [];
    case 'object':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'negate':
      return [node.operand];
    case 'pipe':
    case 'comma':
    case 'binary':
    case 'update':
      return [node.left, node.right];
    case 'if':
      return [node.condition, node.then, ...(node.otherwise ? [node.otherwise] : [])];
    default:
      return [];
  }
}
