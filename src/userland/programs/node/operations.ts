/**
 * What the guest's library asks of the host: an operation's name, its arguments as JSON, and bytes. The
 * answer is JSON or bytes. Arguments are hostile: each is taken as what it has to be.
 */
import type { Maybe } from '../../../base/index.ts';
import { errnoOf, errnos, fail } from '../../../posix/index.ts';
import type { Host } from './host.ts';

export class Arguments {
  readonly #list: readonly unknown[];
  readonly bytes: Uint8Array;

  constructor(list: unknown, bytes: Uint8Array | undefined) {
    this.#list = Array.isArray(list) ? list : [];
    this.bytes = bytes ?? new Uint8Array();
  }

  text(index: number): string {
    const value = this.#list[index];
    return typeof value === 'string' ? value : fail('EINVAL');
  }

  /** A path: what has a zero in it is none. */
  path(index: number): string {
    const path = this.text(index);
    return path.includes('\0') ? fail('EINVAL') : path;
  }

  number(index: number): number {
    const value = this.#list[index];
    return typeof value === 'number' ? value : fail('EINVAL');
  }

  /** Where there is one. */
  optional(index: number): number | undefined {
    return this.#list[index] == null ? undefined : this.number(index);
  }

  flag(index: number): boolean {
    return this.#list[index] === true;
  }

  texts(index: number): string[] {
    const value = this.#list[index];
    return Array.isArray(value) ? value.map(String) : fail('EINVAL');
  }

  /** An object's texts by name. */
  record(index: number): Record<string, string> {
    const value = this.#list[index];
    if (typeof value !== 'object' || value === null) fail('EINVAL');
    return Object.fromEntries(Object.entries(value as object).map(([name, text]) => [name, String(text)]));
  }
}

export type Operation = (host: Host, args: Arguments) => Maybe<unknown>;

/** What an operation has to say, as it goes to the guest. */
export function answerOf(result: unknown): string | Uint8Array {
  if (result instanceof Uint8Array) return result;
  return result === undefined ? '+' : `+${JSON.stringify(result)}`;
}

/** What went wrong, likewise. Rethrows what is no error of a call. */
export function refusalOf(error: unknown): string {
  if (error instanceof Refusal) return `-${JSON.stringify({ code: error.code, message: error.message })}`;
  const code = errnoOf(error);
  if (!code) throw error;
  return `-${JSON.stringify({ code, errno: -errnos[code][0] })}`;
}

/** What cannot be done, in words. */
export class Refusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** An answer that is a value of the guest's. */
export class Handed {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}
