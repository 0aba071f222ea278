/** What an instruction's parser gets, and the checks that several of them share. */
import { fault, type Lines } from '../location.ts';
import { didYouMean } from '../suggest.ts';
import type { Heredoc, InstructionNode } from '../tree.ts';

/** What all instructions have. */
export interface Written {
  /** The keyword as written. */
  readonly keyword: string;
  /** The logical line as written. */
  readonly code: string;
  readonly lines: Lines;
}

/** A node's parts as instruction parsers want them. */
export interface Request {
  readonly written: Written;
  readonly args: readonly string[];
  readonly json: boolean;
  readonly heredocs: readonly Heredoc[];
  readonly flags: readonly string[];
  readonly original: string;
}

export type Parse<T> = (request: Request) => T;

export function requestOf(node: InstructionNode, lines: Lines = node.lines): Request {
  return {
    written: { keyword: node.keyword, code: node.original.trim(), lines },
    args: argsOf(node),
    json: node.json,
    heredocs: node.heredocs,
    flags: node.flags,
    original: node.original,
  };
}

function argsOf(node: InstructionNode): string[] {
  return node.args.flatMap(({ value, child }) => (child ? [child.keyword, ...argsOf(child)] : [value]));
}

/** The flags that an instruction knows, by how they take values. */
export interface FlagTable {
  readonly [name: string]: 'text' | 'list' | 'switch';
}

export interface Flags {
  text(name: string): string;
  list(name: string): readonly string[];
  /** Undefined where it was not given. */
  switch(name: string): boolean | undefined;
}

/** @throws StrataError for flags that the instruction does not have, or with bad values */
export function parseFlags(request: Request, table: FlagTable = {}): Flags {
  const values = new Map<string, string[]>();
  for (const flag of request.flags) {
    const equals = flag.indexOf('=');
    const written = equals < 0 ? flag : flag.slice(0, equals);
    const name = written.slice(2);
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    if (!kind) {
      throw fault(`unknown flag: ${written}${didYouMean(name, Object.keys(table))}`);
    }
    const before = values.get(name);
    if (before && kind !== 'list') throw fault(`duplicate flag specified: ${written}`);
    const value = equals < 0 ? undefined : flag.slice(equals + 1);
    values.set(name, [...(before ?? []), flagValue(kind, written, value)]);
  }
  return {
    text: (name) => values.get(name)?.[0] ?? '',
    list: (name) => values.get(name) ?? [],
    switch: (name) => {
      const value = values.get(name)?.[0];
      return value === undefined ? undefined : value === 'true';
    },
  };
}

function flagValue(kind: 'text' | 'list' | 'switch', written: string, value: string | undefined): string {
  if (kind !== 'switch') {
    if (value === undefined) throw fault(`missing a value on flag: ${written}`);
    return value;
  }
  if (value === '') throw fault(`missing a value on flag: ${written}`);
  const lower = (value ?? 'true').toLowerCase();
  if (lower !== 'true' && lower !== 'false') {
    throw fault(`expecting boolean value for flag ${written}, not: ${value}`);
  }
  return lower;
}

export function atLeastOne(request: Request, keyword: string): void {
  if (request.args.length === 0) throw fault(`${keyword} requires at least one argument`);
}

export function exactlyOne(request: Request, keyword: string): string {
  if (request.args.length !== 1) throw fault(`${keyword} requires exactly one argument`);
  return request.args[0]!;
}

/** A command line: JSON's words, or the line for a shell. */
export interface CommandLine {
  readonly args: readonly string[];
  /** To be given to the shell in one piece. */
  readonly shell: boolean;
  readonly heredocs: readonly Heredoc[];
}

export function commandLine(request: Request, args: readonly string[] = request.args): CommandLine {
  const joined = args.length === 0 ? [] : [args.join(' ')];
  return { args: request.json ? args : joined, shell: !request.json, heredocs: request.heredocs };
}
