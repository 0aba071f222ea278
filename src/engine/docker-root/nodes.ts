/** What /var/lib/docker is made of: folders and texts that follow from the state, and files as they lie. */
import { encode, type Maybe } from '../../base/index.ts';
import type { FileSystem } from '../../vfs/index.ts';

interface Common {
  /** Permission bits. */
  readonly mode: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

export type RootNode =
  | (Common & { readonly kind: 'folder'; list(): Maybe<ReadonlyMap<string, RootNode>> })
  | (Common & { readonly kind: 'text'; read(): Maybe<Uint8Array> })
  | (Common & { readonly kind: 'link'; readonly target: string })
  /** A file system of its own: a layer, a thin layer, a volume. */
  | {
      readonly kind: 'files';
      /** Names it: the same id is the same file system. */
      readonly id: string;
      readonly writable: boolean;
      open(): Promise<FileSystem>;
    };

export function folder(
  mode: number,
  time: number,
  list: () => Maybe<Readonly<Record<string, RootNode | undefined>>>,
): RootNode {
  const toMap = (entries: Readonly<Record<string, RootNode | undefined>>): ReadonlyMap<string, RootNode> =>
    new Map(Object.entries(entries).flatMap(([name, node]) => (node ? [[name, node] as const] : [])));
  return {
    kind: 'folder',
    mode,
    time,
    list() {
      const listed = list();
      return listed instanceof Promise ? listed.then(toMap) : toMap(listed);
    },
  };
}

export function text(mode: number, time: number, read: () => Maybe<string | Uint8Array>): RootNode {
  const toBytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? encode(content) : content;
  return {
    kind: 'text',
    mode,
    time,
    read() {
      const content = read();
      return content instanceof Promise ? content.then(toBytes) : toBytes(content);
    },
  };
}

export function link(time: number, target: string): RootNode {
  return { kind: 'link', mode: 0o777, time, target };
}
