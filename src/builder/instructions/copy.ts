/** COPY and ADD: files into the stage, from the context, another stage, an image, a URL or the Dockerfile. */
import { StrataError } from '../../base/index.ts';
import { type Add, type Copy, cleanPath, fault, quote } from '../../dockerfile/index.ts';
import { commit } from '../draft.ts';
import type { CopyAction, PlanVertex } from '../graph.ts';
import { stepName, stepText } from '../stage.ts';
import { type Dispatch, expandWord } from './context.ts';

const HTTP = /^https?:\/\//;
/** What BuildKit takes for a git repository: a git URL, or one over http that ends in `.git`. */
const GIT = /^(git:\/\/|ssh:\/\/|git@|github\.com\/|https?:\/\/[^#?]*\.git(?:[#?]|$))/;

export function planCopy(dispatch: Dispatch<Copy>): void {
  plan(dispatch, 'COPY');
}

export function planAdd(dispatch: Dispatch<Add>): void {
  plan(dispatch, 'ADD');
}

function plan(dispatch: Dispatch<Copy | Add>, keyword: string): void {
  const { stage, planner, instruction, command } = dispatch;
  const expanded = {
    owner: expandWord(dispatch, instruction.chown),
    mode: checkMode(expandWord(dispatch, instruction.chmod)),
    checksum: instruction.kind === 'add' ? expandWord(dispatch, instruction.checksum) : '',
    sources: instruction.sources.map((source) => expandWord(dispatch, source)),
    destination: expandWord(dispatch, instruction.destination),
  };
  checkChecksum(expanded.checksum, expanded.sources);
  const name = stepName(stage, stepText(stage, planner, instruction.code), command.onBuild);
  const builder = new CopyBuilder(dispatch, name, expanded);
  for (const source of expanded.sources) builder.addSource(source);
  for (const file of instruction.inline) {
    builder.addInline(file.name, file.expand ? expandWord(dispatch, file.content, 'heredoc') : file.content);
  }
  stage.vertex = planner.graph.add({
    name,
    // `--link` changes nothing: that takes a store that merges layers, which overlay2 is not.
    operation: { kind: 'copy', actions: builder.actions },
    base: stage.vertex,
    sources: builder.sources,
    lines: instruction.lines,
    code: instruction.code,
    ignoreCache: planner.request.noCache,
  });
  commit(stage.draft, historyText(keyword, dispatch, expanded), true);
}

interface Expanded {
  readonly owner: string;
  readonly mode: string;
  readonly checksum: string;
  readonly sources: readonly string[];
  readonly destination: string;
}

function historyText(keyword: string, { instruction }: Dispatch<Copy | Add>, expanded: Expanded): string {
  const words = [keyword];
  if (expanded.owner) words.push(`--chown=${expanded.owner}`);
  if (expanded.mode) words.push(`--chmod=${expanded.mode}`);
  words.push(...expanded.sources, ...instruction.inline.map(({ name }) => `<<${name}`));
  return `${[...words, expanded.destination].join(' ')} # buildkit`;
}

class CopyBuilder {
  readonly actions: CopyAction[] = [];
  readonly sources: PlanVertex[] = [];
  readonly #dispatch: Dispatch<Copy | Add>;
  readonly #name: string;
  readonly #expanded: Expanded;
  readonly #to: string;

  constructor(dispatch: Dispatch<Copy | Add>, name: string, expanded: Expanded) {
    this.#dispatch = dispatch;
    this.#name = name;
    this.#expanded = expanded;
    this.#to = destinationPath(dispatch.stage.cwd, expanded.destination);
  }

  addSource(source: string): void {
    const { instruction } = this.#dispatch;
    const isAdd = instruction.kind === 'add';
    if (GIT.test(source)) {
      if (!isAdd) throw fault("source can't be a git ref for COPY");
      throw new StrataError('EUNSUPPORTED', 'ADD of a git repository is not supported by Strata');
    }
    if (HTTP.test(source)) {
      if (!isAdd) throw fault("source can't be a URL for COPY");
      this.#addUrl(source, instruction.unpack ?? false);
      return;
    }
    const unpack = isAdd ? (instruction.unpack ?? true) : false;
    this.#push(this.#tree(source), {
      from: cleanPath(`/${source}`) + (/\/\.?$/.test(source) && cleanPath(source) !== '.' ? '/' : ''),
      wildcard: true,
      follow: true,
      contentsOnly: true,
      unpack,
    });
  }

  addInline(name: string, content: string): void {
    const vertex = this.#source('[internal] preparing inline document', {
      kind: 'inline',
      name,
      content,
      mode: 0o644,
    });
    this.#push(vertex, {
      from: `/${name}`,
      wildcard: false,
      follow: false,
      contentsOnly: false,
      unpack: false,
    });
  }

  /** The context, or what `--from` names; undefined where that is scratch. */
  #tree(source: string): PlanVertex | undefined {
    const { planner, command, instruction, stage } = this.#dispatch;
    const from = instruction.kind === 'copy' ? instruction.from : '';
    const stageSource = command.sources.get(from);
    if (stageSource) {
      if (stageSource.dispatched) return stageSource.vertex;
      throw fault(
        `cannot copy from stage ${quote(from)}, it needs to be defined before current stage ${quote(stage.displayName)}`,
      );
    }
    planner.contextPaths.add(cleanPath(`/${source}`));
    return this.#source('[internal] load build context', { kind: 'context' });
  }

  #addUrl(url: string, unpack: boolean): void {
    const path = URL.canParse(url) ? new URL(url).pathname : '';
    const fileName = path.split('/').findLast(Boolean) ?? '__unnamed__';
    const vertex = this.#source(this.#name, {
      kind: 'http',
      url,
      fileName,
      checksum: this.#expanded.checksum,
    });
    this.#push(vertex, { from: `/${fileName}`, wildcard: false, follow: false, contentsOnly: false, unpack });
  }

  #source(name: string, operation: PlanVertex['operation']): PlanVertex {
    const { planner, instruction } = this.#dispatch;
    return planner.graph.add({
      name,
      operation,
      base: undefined,
      sources: [],
      lines: operation.kind === 'http' ? instruction.lines : undefined,
      code: operation.kind === 'http' ? instruction.code : '',
      ignoreCache: false,
    });
  }

  #push(
    vertex: PlanVertex | undefined,
    action: Pick<CopyAction, 'from' | 'wildcard' | 'follow' | 'contentsOnly' | 'unpack'>,
  ): void {
    if (vertex && !this.sources.includes(vertex)) this.sources.push(vertex);
    const source = vertex ? this.sources.indexOf(vertex) : -1;
    const { owner, mode } = this.#expanded;
    const { exclude } = this.#dispatch.instruction;
    this.actions.push({ ...action, source, to: this.#to, owner, mode, exclude });
  }
}

/** Absolute, with a final slash where the text says that it is a directory. */
function destinationPath(cwd: string, text: string): string {
  const path = cleanPath(text.startsWith('/') ? text : `${cwd}/${text}`);
  const isDirectory = text === '' || text === '.' || /\/\.?$/.test(text);
  return isDirectory && path !== '/' ? `${path}/` : path;
}

/** Octal digits, or what chmod(1) takes. */
function checkMode(mode: string): string {
  if (mode === '') return mode;
  const bad = `invalid chmod parameter: '${mode}'. it should be octal string and between 0 and 07777`;
  if (/^[0-7]+$/.test(mode)) {
    if (Number.parseInt(mode, 8) > 0o7777) throw fault(bad);
    return mode;
  }
  if (/^[0-9]/.test(mode)) throw fault(bad);
  if (!/^[ugoa]*(?:[-+=][rwxXstugo]*)+(?:,[ugoa]*(?:[-+=][rwxXstugo]*)+)*$/.test(mode)) {
    throw fault('invalid syntax');
  }
  return mode;
}

function checkChecksum(checksum: string, sources: readonly string[]): void {
  if (!checksum) return;
  if (sources.length !== 1) throw fault("checksum can't be specified for multiple sources");
  if (!HTTP.test(sources[0]!) && !GIT.test(sources[0]!)) {
    throw fault('checksum requires HTTP(S) or Git sources');
  }
  if (HTTP.test(sources[0]!)) checkDigest(checksum);
}

const DIGEST_LENGTHS = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** @see opencontainers/go-digest, Validate */
function checkDigest(text: string): void {
  const [, algorithm = '', encoded = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (algorithm === '' || encoded === '') throw fault('invalid checksum digest format');
  const length = DIGEST_LENGTHS.get(algorithm);
  if (length === undefined) throw fault('unsupported digest algorithm');
  if (encoded.length !== length) throw fault('invalid checksum digest length');
  if (!/^[a-f0-9]+$/.test(encoded)) throw fault('invalid checksum digest format');
}
