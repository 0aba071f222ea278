export interface ArchivedImage {
  readonly config: Buffer;
  readonly layers: readonly Buffer[];
  /** The layers as they are stored, compressed or not. */
  readonly stored: readonly Buffer[];
  readonly id: string;
  readonly tags?: readonly string[] | null;
  readonly parent?: string;
}
export function hex(bytes: Uint8Array): string;
export function digest(bytes: Uint8Array): string;
export function tar(...parts: readonly Uint8Array[]): Buffer;
export function file(name: string, content: string | Uint8Array, more?: object): Buffer;
export function dir(name: string, more?: object): Buffer;
export function symlink(name: string, target: string, more?: object): Buffer;
export function json(value: unknown): Buffer;
export function layer(mark: string, size?: number): Buffer;
export function config(diffIds: readonly string[], more?: object): Buffer;
export function image(given: {
  readonly layers: readonly Buffer[];
  readonly stored?: readonly Buffer[];
  readonly config?: Buffer;
  readonly more?: object;
}): ArchivedImage;
export function blob(bytes: Uint8Array): string;
export function dockerArchive(...images: readonly ArchivedImage[]): Buffer;
export function oldArchive(...images: readonly ArchivedImage[]): Buffer;
export function manifest(image: ArchivedImage, layerType?: string, more?: object): Buffer;
export function describe(bytes: Uint8Array, more?: object): object;
export function index(manifests: readonly object[], more?: object): Buffer;
export function layout(
  blobs: readonly Uint8Array[],
  manifests: readonly object[],
  more?: readonly Uint8Array[],
): Buffer;
