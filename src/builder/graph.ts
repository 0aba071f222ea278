/**
 * The build graph: vertices that make or change a file system, and what they take as input.
 *
 * A vertex's digest names its definition: operation and inputs. Equal definitions are one vertex, so
 * that two stages on the same base share it, as in BuildKit's LLB. Cache keys are in `key.ts`.
 */
import { type Digest, digestSync } from '../base/index.ts';
import type { Lines } from '../dockerfile/index.ts';
import type { ImageConfig } from '../oci/index.ts';
import type { Vertex } from './types.ts';

export interface CopyAction {
  /** Which of the vertex's sources. */
  readonly source: number;
  readonly from: string;
  /** Absolute; a final slash says that it is a directory. */
  readonly to: string;
  /** As `--chown` has it, or empty. */
  readonly owner: string;
  /** As `--chmod` has it, or empty. */
  readonly mode: string;
  readonly wildcard: boolean;
  /** Follow a symbolic link that is named as the source. */
  readonly follow: boolean;
  /** A directory's contents are copied, not the directory. */
  readonly contentsOnly: boolean;
  readonly unpack: boolean;
  readonly exclude: readonly string[];
}

export interface ImageOperation {
  readonly kind: 'image';
  /** With domain and tag, without digest. */
  readonly reference: string;
  readonly digest: Digest;
  readonly config: ImageConfig;
}

/** What a RUN sees beside its own file system; no part of its layer. */
export type ExecMount =
  | { readonly kind: 'tmpfs'; readonly target: string; readonly size: number | undefined }
  | {
      readonly kind: 'bind';
      readonly target: string;
      /** Which of the vertex's sources; -1 for scratch. */
      readonly source: number;
      readonly path: string;
      /** Else changes are made and forgotten. */
      readonly readonly: boolean;
    }
  | {
      readonly kind: 'cache';
      readonly target: string;
      readonly id: string;
      readonly sharing: 'shared' | 'private' | 'locked';
      readonly path: string;
      readonly readonly: boolean;
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
    }
  | {
      readonly kind: 'secret';
      readonly id: string;
      /** Empty where it is only a variable. */
      readonly target: string;
      readonly env: string | undefined;
      readonly required: boolean;
      readonly mode: number;
    };

export interface ExecOperation {
  readonly kind: 'exec';
  readonly argv: readonly string[];
  readonly env: readonly (readonly [string, string])[];
  /** Proxy variables: given to the process, no part of the key. */
  readonly proxyEnv: readonly (readonly [string, string])[];
  readonly cwd: string;
  readonly user: string;
  readonly hostname: string;
  readonly network: 'default' | 'none' | 'host';
  readonly mounts: readonly ExecMount[];
}

export interface MkdirOperation {
  readonly kind: 'mkdir';
  readonly path: string;
  readonly owner: string;
}

export interface CopyOperation {
  readonly kind: 'copy';
  readonly actions: readonly CopyAction[];
}

interface InlineOperation {
  readonly kind: 'inline';
  readonly name: string;
  readonly content: string;
  readonly mode: number;
}

export interface HttpOperation {
  readonly kind: 'http';
  readonly url: string;
  readonly fileName: string;
  readonly checksum: string;
}

type Operation =
  | ImageOperation
  | ExecOperation
  | MkdirOperation
  | CopyOperation
  | InlineOperation
  | HttpOperation
  | { readonly kind: 'context' };

export interface PlanVertex {
  readonly digest: Digest;
  /** As displayed; the last stage that makes an equal vertex names it. */
  name: string;
  readonly operation: Operation;
  /** What is changed; undefined for `scratch` and for sources. */
  readonly base: PlanVertex | undefined;
  /** What is read. */
  readonly sources: readonly PlanVertex[];
  readonly lines: Lines | undefined;
  /** The instruction as written, for records and reasons. */
  readonly code: string;
  /** `--no-cache`. */
  readonly ignoreCache: boolean;
}

/** Each once: what a step copies from its own base is one input. */
function inputsOf(vertex: PlanVertex): readonly PlanVertex[] {
  return [...new Set(vertex.base ? [vertex.base, ...vertex.sources] : vertex.sources)];
}

/** As progress names it. */
export function nameOf(vertex: PlanVertex): Pick<Vertex, 'digest' | 'inputs' | 'name'> {
  return {
    digest: vertex.digest,
    inputs: inputsOf(vertex).map(({ digest }) => digest),
    name: vertex.name,
  };
}

export type NewVertex = Omit<PlanVertex, 'digest'>;

/** Makes vertices, each definition once. `session` keeps apart what is sent anew with every build. */
export class Graph {
  readonly #vertices = new Map<Digest, PlanVertex>();
  readonly #session: string;

  constructor(session: string) {
    this.#session = session;
  }

  add(vertex: NewVertex): PlanVertex {
    const digest = this.#digest(vertex);
    const known = this.#vertices.get(digest);
    if (known) {
      known.name = vertex.name;
      return known;
    }
    const made = { ...vertex, digest };
    this.#vertices.set(digest, made);
    return made;
  }

  #digest({ operation, base, sources, ignoreCache }: NewVertex): Digest {
    const definition = operation.kind === 'image' ? { ...operation, config: undefined } : operation;
    const session = operation.kind === 'context' ? this.#session : '';
    const inputs = [base?.digest ?? '', ...sources.map(({ digest }) => digest)];
    return digestSync(JSON.stringify([definition, inputs, ignoreCache, session]));
  }
}

/** The vertices that `target` needs, inputs before what needs them, each once. */
export function reachable(target: PlanVertex | undefined): PlanVertex[] {
  const order = new Set<PlanVertex>();
  const visit = (vertex: PlanVertex): void => {
    if (order.has(vertex)) return;
    for (const input of inputsOf(vertex)) visit(input);
    order.add(vertex);
  };
  if (target) visit(target);
  return [...order];
}
