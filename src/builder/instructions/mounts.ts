/** RUN --mount: what a step sees beside its own file system, and which other vertices that takes. */
import { StrataError } from '../../base/index.ts';
import { cleanPath, fault, type Instruction, quote } from '../../dockerfile/index.ts';
import type { ExecMount, PlanVertex } from '../graph.ts';
import { type Dispatch, expandWord } from './context.ts';
import { type MountText, parseMountText } from './mount-text.ts';

type RunDispatch = Dispatch<Extract<Instruction, { kind: 'run' }>>;

/** The mounts of a RUN; vertices that they read are added to `sources`. */
export function planMounts(dispatch: RunDispatch, sources: PlanVertex[]): ExecMount[] {
  return dispatch.instruction.mounts.flatMap((text) => {
    const mount = parseMountText(text, (word) => expandWord(dispatch, word));
    if (mount.type === 'secret') return [secret(mount)];
    if (mount.type === 'ssh') {
      // Without `required` there simply is no socket, which is so wherever no agent is forwarded.
      if (!mount.required) return [];
      throw new StrataError('EUNSUPPORTED', 'RUN --mount=type=ssh,required is not supported by Strata');
    }
    return [directory(dispatch, mount, sources)];
  });
}

function directory(dispatch: RunDispatch, mount: MountText, sources: PlanVertex[]): ExecMount {
  const { target: written, readonly, id } = mount;
  const target = cleanPath(written.startsWith('/') ? written : `/${dispatch.stage.cwd}/${written}`);
  if (target === '/') throw fault('invalid mount target "/"');
  if (mount.type === 'tmpfs') return { kind: 'tmpfs', target, size: mount.size };
  const path = cleanPath(`/${mount.source}`);
  if (mount.type === 'bind') {
    return { kind: 'bind', target, source: sourceOf(dispatch, mount, path, sources), path, readonly };
  }
  if (mount.from) {
    throw new StrataError('EUNSUPPORTED', 'RUN --mount=type=cache,from= is not supported by Strata');
  }
  return {
    kind: 'cache',
    target,
    id: id || cleanPath(written),
    sharing: mount.sharing ?? 'shared',
    path,
    readonly,
    mode: mount.mode ?? 0o755,
    uid: mount.uid ?? 0,
    gid: mount.gid ?? 0,
  };
}

/** Index of the vertex that a bind mount shows; -1 for scratch. */
function sourceOf(
  { planner, command }: RunDispatch,
  mount: MountText,
  path: string,
  sources: PlanVertex[],
): number {
  let vertex: PlanVertex | undefined;
  if (mount.from) {
    const stage = command.sources.get(mount.from);
    if (!stage?.dispatched) {
      throw fault(
        `cannot mount from stage ${quote(mount.from)} to ${quote(mount.target)}, stage needs to be defined before current command`,
      );
    }
    vertex = stage.vertex;
  } else {
    planner.contextPaths.add(path);
    const none = { base: undefined, sources: [], lines: undefined, code: '', ignoreCache: false };
    vertex = planner.graph.add({
      ...none,
      name: '[internal] load build context',
      operation: { kind: 'context' },
    });
  }
  if (!vertex) return -1;
  if (!sources.includes(vertex)) sources.push(vertex);
  return sources.indexOf(vertex);
}

/** Where a secret is found, and as what it is shown: a file below /run/secrets, or a variable. */
function secret(mount: MountText): ExecMount {
  const id = mount.id || mount.source || mount.target.split('/').findLast(Boolean) || '';
  const target = mount.target || (mount.env === undefined ? `/run/secrets/${id}` : '');
  const { required, env } = mount;
  return {
    kind: 'secret',
    id,
    target: target && !target.startsWith('/') ? `/run/secrets/${target}` : target,
    env,
    required,
    mode: mount.mode ?? 0o400,
  };
}
