/** Small WebAssembly modules for WASI, written byte by byte: what a compiler would make of a few lines of C. */

const VOID = 0x40;
const I32 = 0x7f;
const END = 0x0b;

const number = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
};
const text = (value: string): number[] => [...number(value.length), ...new TextEncoder().encode(value)];
const section = (id: number, content: number[]): number[] => [id, ...number(content.length), ...content];
const list = (items: readonly number[][]): number[] => [...number(items.length), ...items.flat()];

export const constant = (value: number): number[] => {
  // Signed: one more bit where the highest is set.
  const bytes = number(value);
  if (bytes.at(-1)! & 0x40) bytes.splice(-1, 1, bytes.at(-1)! | 0x80, 0);
  return [0x41, ...bytes];
};
export const call = (index: number): number[] => [0x10, ...number(index)];
export const drop = [0x1a];
export const load = (address: number): number[] => [...constant(address), 0x28, 2, 0];
export const store = (address: number, value: number[]): number[] => [
  ...constant(address),
  ...value,
  0x36,
  2,
  0,
];
export const growMemory = (pages: number): number[] => [...constant(pages), 0x40, 0];
export const loop = (body: number[]): number[] => [0x03, VOID, ...body, END];
export const again = [0x0c, 0];
/** Goes on with the loop where the value before it is not zero. */
export const againIf = [0x0d, 0];
export const unreachable = [0x00];

export interface WasmImport {
  readonly name: string;
  /** How many 32-bit arguments. */
  readonly parameters: number;
  readonly hasResult?: boolean;
}

export const fdWrite: WasmImport = { name: 'fd_write', parameters: 4, hasResult: true };
export const fdRead: WasmImport = { name: 'fd_read', parameters: 4, hasResult: true };
export const procExit: WasmImport = { name: 'proc_exit', parameters: 1 };

/** A command: imports of WASI, numbered from 0, bytes at address 1024, and the code of `_start`. */
export function wasmCommand(imports: readonly WasmImport[], data: string, code: number[]): Uint8Array {
  const types = [
    [0x60, 0, 0],
    ...imports.map(({ parameters, hasResult }) => [
      0x60,
      ...list(Array.from({ length: parameters }, () => [I32])),
      ...(hasResult ? [1, I32] : [0]),
    ]),
  ];
  const imported = imports.map(({ name }, index) => [
    ...text('wasi_snapshot_preview1'),
    ...text(name),
    0,
    ...number(index + 1),
  ]);
  const body = [0, ...code, END];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list(imported)),
    ...section(3, list([[0]])),
    ...section(5, list([[0, 2]])),
    ...section(
      7,
      list([
        [...text('memory'), 2, 0],
        [...text('_start'), 0, ...number(imports.length)],
      ]),
    ),
    ...section(10, list([[...number(body.length), ...body]])),
    ...section(11, list([[0, ...constant(1024), END, ...text(data)]])),
  ]);
}

/** Prints a text, then ends with a code. */
export function helloModule(message: string, code = 0): Uint8Array {
  return wasmCommand([fdWrite, procExit], message, [
    ...store(0, constant(1024)),
    ...store(4, constant(message.length)),
    ...[...constant(1), ...constant(0), ...constant(1), ...constant(8), ...call(0), ...drop],
    ...constant(code),
    ...call(1),
  ]);
}

/** Copies standard input to standard output. */
export function catModule(): Uint8Array {
  return wasmCommand([fdWrite, fdRead], '', [
    ...loop([
      ...store(0, constant(1024)),
      ...store(4, constant(4096)),
      ...[...constant(0), ...constant(0), ...constant(1), ...constant(8), ...call(1), ...drop],
      ...store(4, load(8)),
      ...[...constant(1), ...constant(0), ...constant(1), ...constant(12), ...call(0), ...drop],
      ...load(8),
      ...againIf,
    ]),
  ]);
}

/** Computes for ever, without a call. */
export const spinModule = (): Uint8Array => wasmCommand([], '', loop(again));

/** Prints a text for ever. */
export function floodModule(message: string): Uint8Array {
  return wasmCommand([fdWrite], message, [
    ...store(0, constant(1024)),
    ...store(4, constant(message.length)),
    ...loop([...constant(1), ...constant(0), ...constant(1), ...constant(8), ...call(0), ...drop, ...again]),
  ]);
}
