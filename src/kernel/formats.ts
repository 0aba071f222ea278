/**
 * Program formats: what a file's first bytes say about how to run it.
 *
 * A table of predicates, as Linux's binfmt handlers: `#!` scripts name an interpreter, files of
 * built-in programs name a program of the table that the kernel was given, WebAssembly has one there. Who
 * starts a kernel may add formats: an emulated machine is one more entry, with an executor of its own.
 */
import { decode, type Maybe, messageOf } from '../base/index.ts';
import { fail, PosixError } from '../posix/index.ts';
import type { Stat } from '../vfs/index.ts';
import { typeScript } from './executor.ts';
import { isStandIn, PROGRAM_ABI, parseProgramFile } from './program-file.ts';
import type { ProgramLoader, ProgramTable, Start } from './sys.ts';
import type { Env } from './types.ts';

/** The program of the table that runs WebAssembly modules; it reads its own file. */
const WASI = 'wasi';

/** As many bytes of a file as formats look at, like Linux's BINPRM_BUF_SIZE. */
export const HEAD_SIZE = 256;

export type Prepared =
  | { readonly kind: 'interpreter'; readonly path: string; readonly argument: string | undefined }
  /** Loads what the program needs; a failure leaves the caller's own image whole. @throws PosixError */
  | { readonly kind: 'executor'; load(image: ProgramImage): Maybe<Start> };

/** A program's file, while it is loaded. */
export interface ProgramImage {
  readonly argv: readonly string[];
  readonly env: Readonly<Env>;
  /** Absolute path. */
  readonly exe: string;
  readonly stat: Stat;
  readAt(buffer: Uint8Array, position: number): Maybe<number>;
}

export interface ProgramFormat {
  readonly name: string;
  matches(head: Uint8Array): boolean;
  /** @throws ENOEXEC, with `reason` in its data where there is more to say than its text */
  prepare(head: Uint8Array, programs: ProgramTable): Prepared;
}

const formats: readonly ProgramFormat[] = [
  {
    name: 'script',
    matches: (head) => head[0] === 0x23 && head[1] === 0x21,
    prepare: prepareScript,
  },
  {
    name: 'built-in program',
    matches: (head) => parseProgramFile(head) !== undefined,
    prepare: prepareBuiltIn,
  },
  {
    name: 'stand-in',
    matches: isStandIn,
    prepare: () =>
      fail('ENOEXEC', { reason: 'only stands in for the real file: there is no such program here' }),
  },
  {
    name: 'WebAssembly',
    matches: (head) => head[0] === 0 && decode(head.subarray(1, 4)) === 'asm',
    prepare: prepareWasm,
  },
  {
    name: 'ELF',
    matches: (head) => head[0] === 0x7f && decode(head.subarray(1, 4)) === 'ELF',
    prepare: (head) =>
      fail('ENOEXEC', {
        reason: `cannot run machine code for ${machineOf(head)}: there is no such processor here`,
      }),
  },
];

/** Finds a file's format, among the given ones first. @throws ENOEXEC */
export function prepareProgram(
  head: Uint8Array,
  programs: ProgramTable,
  added: readonly ProgramFormat[],
): Prepared {
  const format = [...added, ...formats].find(({ matches }) => matches(head)) ?? fail('ENOEXEC');
  return format.prepare(head, programs);
}

/** A program of the table. Its code may come over a network. @throws EIO */
function builtIn(load: ProgramLoader): Prepared {
  return {
    kind: 'executor',
    load: () =>
      load().then(typeScript, (error: unknown) => {
        throw new PosixError('EIO', { reason: messageOf(error), error });
      }),
  };
}

/** As Linux parses it: one interpreter, and all the rest of the line as one argument. */
function prepareScript(head: Uint8Array): Prepared {
  const text = decode(head);
  const end = text.indexOf('\n');
  // A line that was cut is only trusted if the interpreter's name is certainly whole.
  const line = text.slice(2, end < 0 ? undefined : end).replace(/^[ \t]+|[ \t\0]+$/g, '');
  const [, path, argument] = /^([^ \t\0]+)(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (!path || (end < 0 && head.length >= HEAD_SIZE && !/[ \t]/.test(line))) fail('ENOEXEC');
  return { kind: 'interpreter', path, argument: argument || undefined };
}

/** A command for WASI 0.1, which the program of that name in the table runs. */
function prepareWasm(head: Uint8Array, programs: ProgramTable): Prepared {
  // The version is 1; a component has a layer in its upper half.
  if (head[4] !== 1 || head[6] !== 0) {
    fail('ENOEXEC', { reason: 'a WebAssembly component: only core modules for wasip1 run here' });
  }
  return builtIn(programs[WASI] ?? fail('ENOEXEC', { reason: 'nothing here runs WebAssembly' }));
}

function prepareBuiltIn(head: Uint8Array, programs: ProgramTable): Prepared {
  const { name, abi } = parseProgramFile(head)!;
  if (abi !== PROGRAM_ABI) {
    fail('ENOEXEC', { reason: `program ${name} is for ABI ${abi}, and this system has ABI ${PROGRAM_ABI}` });
  }
  const load = Object.hasOwn(programs, name) ? programs[name] : undefined;
  return builtIn(load ?? fail('ENOEXEC', { reason: `there is no built-in program ${name} here` }));
}

/** e_machine of an ELF header, in words. */
function machineOf(head: Uint8Array): string {
  const machines: Record<number, string> = {
    3: 'i386',
    40: 'arm',
    62: 'x86-64',
    183: 'aarch64',
    243: 'riscv64',
  };
  const number = (head[18] ?? 0) | ((head[19] ?? 0) << 8);
  return machines[number] ?? `machine ${number}`;
}
