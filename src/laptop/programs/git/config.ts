/** git's configuration files: sections of names and values. @see git-config(1), "Syntax" */
import type { Sys } from '../../../kernel/index.ts';
import { errnoOf, textOf } from '../../../posix/index.ts';
import { readWhole } from '../io.ts';
import { writeBytes } from './files.ts';

interface Entry {
  /** `section.name` or `section.subsection.name`; all but the subsection in small letters. */
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** What holds where no file says otherwise. */
const BUILT_IN: Readonly<Record<string, string>> = { 'init.defaultbranch': 'main' };

function parseConfig(text: string): Entry[] {
  const entries: Entry[] = [];
  let section = '';
  for (const [number, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const head = /^\[([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\]/.exec(line);
    if (head) {
      const [, name = '', sub] = head;
      section = name.toLowerCase() + (sub === undefined ? '' : `.${sub.replace(/\\(.)/g, '$1')}`);
      continue;
    }
    const pair = /^([A-Za-z][\w-]*)\s*(?:=\s*(.*))?$/.exec(line);
    if (pair)
      entries.push({ key: `${section}.${pair[1]!.toLowerCase()}`, value: valueText(pair[2]), line: number });
  }
  return entries;
}

/** A value without its quotes and what is a comment. */
function valueText(text: string | undefined): string {
  if (text === undefined) return 'true';
  let value = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '"') quoted = !quoted;
    else if (char === '\\') {
      const next = text[++i] ?? '';
      value += { n: '\n', t: '\t' }[next] ?? next;
    } else if (!quoted && (char === '#' || char === ';')) break;
    else value += char;
  }
  return value.trimEnd();
}

/** A key in the form in which keys are compared. */
function normalKey(key: string): string {
  const first = key.indexOf('.');
  const last = key.lastIndexOf('.');
  return key.slice(0, first).toLowerCase() + key.slice(first, last) + key.slice(last).toLowerCase();
}

export class Config {
  readonly #sys: Sys;
  readonly #local: string | undefined;
  readonly #global: string;

  constructor(sys: Sys, gitFolder: string | undefined) {
    this.#sys = sys;
    this.#local = gitFolder === undefined ? undefined : `${gitFolder}/config`;
    this.#global = `${sys.env['HOME'] ?? ''}/.gitconfig`;
  }

  #path(scope: 'local' | 'global'): string | undefined {
    return scope === 'local' ? this.#local : this.#global;
  }

  async #text(scope: 'local' | 'global'): Promise<string> {
    const path = this.#path(scope);
    if (path === undefined) return '';
    try {
      return textOf(await readWhole(this.#sys, path));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      return '';
    }
  }

  /** All that is set, in the order in which the files are read. */
  async all(scope?: 'local' | 'global'): Promise<Entry[]> {
    const scopes = scope ? [scope] : (['global', 'local'] as const);
    return (await Promise.all(scopes.map(async (each) => parseConfig(await this.#text(each))))).flat();
  }

  async values(key: string, scope?: 'local' | 'global'): Promise<string[]> {
    const wanted = normalKey(key);
    return (await this.all(scope)).filter((entry) => entry.key === wanted).map(({ value }) => value);
  }

  async get(key: string, scope?: 'local' | 'global'): Promise<string | undefined> {
    return (await this.values(key, scope)).at(-1) ?? (scope ? undefined : BUILT_IN[normalKey(key)]);
  }

  /** Sets a value, in place of the last one of its name; undefined takes it away. False where there was none to take. */
  async set(key: string, value: string | undefined, scope: 'local' | 'global'): Promise<boolean> {
    const wanted = normalKey(key);
    const lines = await this.#lines(scope);
    const found = parseConfig(lines.join('\n'))
      .filter((entry) => entry.key === wanted)
      .at(-1);
    if (value === undefined) {
      if (!found) return false;
      lines.splice(found.line, 1);
      dropEmptySection(lines, found.line);
    } else {
      if (found) lines[found.line] = lineOf(key, value);
      else insertLine(lines, key, value);
    }
    await this.#write(scope, lines);
    return true;
  }

  /** Sets one more value of a name. */
  async add(key: string, value: string, scope: 'local' | 'global'): Promise<void> {
    const lines = await this.#lines(scope);
    insertLine(lines, key, value);
    await this.#write(scope, lines);
  }

  async #lines(scope: 'local' | 'global'): Promise<string[]> {
    const lines = (await this.#text(scope)).split('\n');
    if (lines.at(-1) === '') lines.pop();
    return lines;
  }

  async #write(scope: 'local' | 'global', lines: readonly string[]): Promise<void> {
    await writeBytes(this.#sys, this.#path(scope)!, lines.map((line) => `${line}\n`).join(''));
  }
}

const lineOf = (key: string, value: string): string =>
  `\t${key.slice(key.lastIndexOf('.') + 1)} = ${quoted(value)}`;

function quoted(value: string): string {
  const escaped = value.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return /^\s|\s$|[#;]/.test(value) ? `"${escaped}"` : escaped;
}

function headOf(section: string): string {
  const dot = section.indexOf('.');
  return dot < 0
    ? `[${section}]`
    : `[${section.slice(0, dot)} "${section.slice(dot + 1).replace(/[\\"]/g, '\\$&')}"]`;
}

function insertLine(lines: string[], key: string, value: string): void {
  const head = headOf(key.slice(0, key.lastIndexOf('.')));
  const line = lineOf(key, value);
  const at = lines.findLastIndex((each) => each.trim().toLowerCase() === head.toLowerCase());
  if (at < 0) {
    lines.push(head, line);
    return;
  }
  let end = at + 1;
  while (end < lines.length && !lines[end]!.trim().startsWith('[')) end++;
  lines.splice(end, 0, line);
}

/** A section in which nothing is left goes too. */
function dropEmptySection(lines: string[], at: number): void {
  const above = lines[at - 1]?.trim();
  const below = lines[at]?.trim();
  if (above?.startsWith('[') && (below === undefined || below.startsWith('['))) lines.splice(at - 1, 1);
}
