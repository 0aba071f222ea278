/**
 * A WASI guest: its memory as the calls read and write it, and its descriptors.
 *
 * Memory is hostile: every address and length is checked by the views that are made of it, which throw
 * RangeError; the guest gets EFAULT for that.
 */
import { decode, encode } from '../../../base/index.ts';
import type { Fd, Sys } from '../../../kernel/index.ts';
import { fail } from '../../../posix/index.ts';
import type { DirEntry } from '../../../vfs/index.ts';
import { Output } from '../wasm/output.ts';
import { HeldMemory } from '../wasm/process.ts';
import { NotCapable, type Rights } from './rights.ts';

/** A guest that cannot wait would have to. */
export class Stuck extends Error {
  constructor(call: string) {
    super(`cannot wait in ${call}: this browser lacks JavaScript Promise Integration`);
  }
}

/** What one of the guest's descriptors is. */
export interface GuestFile {
  /** The kernel's. */
  readonly fd: Fd;
  /** Of directories: where they are, which paths begin from. */
  readonly path?: string;
  /** Of those that the guest finds open: the name that it is told. */
  readonly preopened?: string;
  rights: Rights;
  /** Flags for synchronous writing, which are kept for who asks: every write is as good as that here. */
  readonly syncFlags?: number;
  /** The entries that `fd_readdir` is in the middle of. */
  entries?: readonly DirEntry[];
}

export class Guest {
  readonly sys: Sys;
  readonly output: Output;
  readonly #files = new Map<number, GuestFile>();
  #memory: WebAssembly.Memory | undefined;
  readonly #held: HeldMemory;

  constructor(sys: Sys) {
    this.sys = sys;
    this.output = new Output(sys, () => {
      throw new Stuck('fd_write');
    });
    this.#held = new HeldMemory(sys);
  }

  // ---- memory

  set memory(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.measure();
  }

  /** Tells the kernel how much memory it has by now. */
  measure(): void {
    this.#held.measure(this.#memory!.buffer.byteLength);
  }

  get view(): DataView {
    return new DataView((this.#memory ?? fail('EFAULT')).buffer);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array((this.#memory ?? fail('EFAULT')).buffer, address >>> 0, length >>> 0);
  }

  text(address: number, length: number): string {
    const bytes = this.bytes(address, length);
    if (bytes.includes(0)) fail('EINVAL');
    // Not a view: what decodes may be kept.
    return decode(bytes.slice());
  }

  setU32(address: number, value: number): void {
    this.view.setUint32(address >>> 0, value, true);
  }

  setU64(address: number, value: bigint): void {
    this.view.setBigUint64(address >>> 0, value, true);
  }

  /** Buffers of a list of {address, length}. */
  vectors(list: number, count: number): Uint8Array[] {
    const { view } = this;
    if (count >>> 0 > MOST_VECTORS) fail('EINVAL');
    return Array.from({ length: count >>> 0 }, (_, index) => {
      const at = (list >>> 0) + index * 8;
      return this.bytes(view.getUint32(at, true), view.getUint32(at + 4, true));
    });
  }

  /** Lists of strings as C has them: addresses, and the bytes that they lead to. */
  putStrings(strings: readonly string[], addresses: number, buffer: number): void {
    let at = buffer >>> 0;
    strings.forEach((text, index) => {
      const bytes = encode(`${text}\0`);
      this.setU32((addresses >>> 0) + index * 4, at);
      this.bytes(at, bytes.length).set(bytes);
      at += bytes.length;
    });
  }

  putStringSizes(strings: readonly string[], count: number, size: number): void {
    this.setU32(count, strings.length);
    this.setU32(
      size,
      strings.reduce((sum, text) => sum + encode(text).length + 1, 0),
    );
  }

  // ---- descriptors

  /** @throws EBADF, NotCapable where it lacks a right */
  file(number: number, needed = 0n): GuestFile {
    const file = this.#files.get(number) ?? fail('EBADF');
    if (needed & ~file.rights.base) throw new NotCapable();
    return file;
  }

  /** A directory's path. @throws EBADF, ENOTDIR */
  directory(number: number): string {
    return this.file(number).path ?? fail('ENOTDIR');
  }

  place(number: number, file: GuestFile): void {
    this.#files.set(number, file);
  }

  /** The lowest free number from 3 on. */
  add(file: GuestFile): number {
    let number = 3;
    while (this.#files.has(number)) number++;
    this.#files.set(number, file);
    return number;
  }

  remove(number: number): void {
    this.#files.delete(number);
  }

  /**
   * A path of the guest below one of its directories.
   * @throws EPERM for one that leads out of that, ENOENT for the empty one
   */
  resolve(directory: number, address: number, length: number): string {
    const base = this.directory(directory);
    const path = this.text(address, length);
    if (path === '') fail('ENOENT');
    if (leaves(path)) fail('EPERM');
    return base === '/' ? `/${path}` : `${base}/${path}`;
  }
}

/** Whether a path is absolute, or has more `..` than what it goes up from. */
function leaves(path: string): boolean {
  if (path.startsWith('/')) return true;
  let depth = 0;
  for (const part of path.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Linux's UIO_MAXIOV. */
const MOST_VECTORS = 1024;
