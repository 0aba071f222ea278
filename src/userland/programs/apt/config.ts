/**
 * apt's configuration: /etc/apt/apt.conf.d, /etc/apt/apt.conf and `-o`, as names with values.
 * @see apt.conf(5)
 */
import { bytesOfBinary, textOf } from '../../../posix/index.ts';
import { readSmallFile } from '../../files.ts';
import type { Io } from '../../io.ts';
import { namesIn } from '../dpkg/settings.ts';

export class Config {
  readonly #values = new Map<string, string>();
  readonly #lists = new Map<string, string[]>();

  set(name: string, value: string): void {
    const key = name.toLowerCase();
    if (!key.endsWith('::')) {
      this.#values.set(key, value);
      return;
    }
    const list = key.slice(0, -2);
    this.#lists.set(list, [...(this.#lists.get(list) ?? []), value]);
  }

  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.get(name);
    if (value === undefined || value === '') return otherwise;
    return /^(?:yes|true|with|on|enable|1)$/i.test(value);
  }

  /** Values of a list: `DPkg::Post-Invoke`. */
  list(name: string): readonly string[] {
    return this.#lists.get(name.toLowerCase()) ?? [];
  }

  clear(name: string): void {
    this.#lists.delete(name.toLowerCase());
    this.#values.delete(name.toLowerCase());
  }
}

export async function readConfig(io: Io): Promise<Config> {
  const config = new Config();
  const names = await namesIn(io, '/etc/apt/apt.conf.d');
  // As apt takes them: names of letters, digits, - _ ., with no ending or that of a configuration.
  const files = names.filter(
    (name) => /^[\w.-]+$/.test(name) && (!name.includes('.') || name.endsWith('.conf')),
  );
  for (const file of [...files.map((name) => `/etc/apt/apt.conf.d/${name}`), '/etc/apt/apt.conf']) {
    const binary = await readSmallFile(io.sys, file);
    if (binary !== undefined) parseConfig(textOf(bytesOfBinary(binary)), config);
  }
  return config;
}

/** Scopes in braces, values in quotes, `;` behind each. */
function parseConfig(text: string, config: Config): void {
  const tokens =
    text.match(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|#clear\s+[^;]*|#[^\n]*|"[^"]*"|[{};]|[^\s{};"]+/g) ?? [];
  const scopes: string[] = [];
  let words: string[] = [];
  const nameOf = (word: string) => [...scopes, word].join('::');
  const finish = () => {
    const [first, second] = words;
    if (first !== undefined) {
      if (first.startsWith('"')) config.set(`${scopes.join('::')}::`, first.slice(1, -1));
      else config.set(nameOf(first), (second ?? '').replace(/^"|"$/g, ''));
    }
    words = [];
  };
  for (const token of tokens) {
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    if (token.startsWith('#clear')) config.clear(token.slice(6).trim());
    else if (token.startsWith('#')) continue;
    else if (token === '{') {
      scopes.push(words[0] ?? '');
      words = [];
    } else if (token === '}') {
      finish();
      scopes.pop();
    } else if (token === ';') finish();
    else words.push(token);
  }
  finish();
}
