/**
 * Cache keys: what a step's result depends on, by name, and the digest over it.
 *
 * A key is made of the operation and of its base's key, never of the base's content. COPY's key has
 * the content of what it selects; `COPY --from` has a second one, of the keys of what it copies
 * from, so that a known result is found without mounting anything.
 */
import { type Digest, digestSync } from '../base/index.ts';
import { chainIds } from '../oci/index.ts';
import type { CopyAction, CopyOperation, ExecOperation, ImageOperation, MkdirOperation } from './graph.ts';
import type { KeyInput } from './types.ts';

export function digestKey(inputs: readonly KeyInput[]): Digest {
  return digestSync(JSON.stringify(inputs.map(({ name, value }) => [name, value])));
}

const below = (key: Digest | undefined): KeyInput => ({ name: 'below', value: key ?? 'scratch' });

/** An image is what its layers are: its config comes in by the steps upon it. */
export function imageInputs({ config }: ImageOperation): KeyInput[] {
  const chain = chainIds(config.rootfs.diff_ids).at(-1) ?? 'scratch';
  return [
    { name: 'operation', value: 'image' },
    { name: 'layers', value: chain },
  ];
}

/** @param contents of what is bound read-only or not, per mount; what caches and secrets hold is no input */
export function execInputs(
  operation: ExecOperation,
  base: Digest | undefined,
  contents: readonly (Digest | undefined)[],
): KeyInput[] {
  const { argv, env, cwd, user, hostname, network, mounts } = operation;
  return [
    { name: 'operation', value: 'run' },
    below(base),
    { name: 'command', value: JSON.stringify(argv) },
    ...env.map(([key, value]) => ({ name: `variable ${key}`, value })),
    { name: 'directory', value: cwd },
    { name: 'user', value: user },
    { name: 'hostname', value: hostname },
    { name: 'network', value: network },
    ...mounts.flatMap((mount, i) => {
      const where = mount.target || mount.kind;
      const content = contents[i];
      const { source: _, ...definition } = { source: 0, ...mount };
      const shape = { name: `mount at ${where}`, value: JSON.stringify(definition) };
      return content === undefined ? [shape] : [shape, { name: `content of ${where}`, value: content }];
    }),
  ];
}

export function mkdirInputs({ path, owner }: MkdirOperation, base: Digest | undefined): KeyInput[] {
  return [
    { name: 'operation', value: 'mkdir' },
    below(base),
    { name: 'directory', value: path },
    { name: 'owner', value: owner },
  ];
}

/** @param sources per action: digest of the selected content, or key of where it comes from */
export function copyInputs(
  { actions }: CopyOperation,
  base: Digest | undefined,
  sources: readonly { readonly by: 'content' | 'origin'; readonly digest: Digest }[],
): KeyInput[] {
  const parts = actions.flatMap((action, i) => {
    const { by, digest } = sources[i]!;
    return [
      { name: `options of ${action.from}`, value: optionsOf(action, by) },
      { name: `${by} of ${action.from}`, value: digest },
    ];
  });
  return [{ name: 'operation', value: 'copy' }, below(base), ...parts];
}

/** With the content known, only the source's last name matters; else the path must be the same. */
function optionsOf(action: CopyAction, by: 'content' | 'origin'): string {
  const { source: _, from, ...rest } = action;
  return JSON.stringify({
    ...rest,
    from: by === 'origin' ? from : (from.split('/').findLast(Boolean) ?? ''),
  });
}

/** Inputs of the same instruction that differ, by name; how a miss is explained. */
export function differences(
  before: readonly KeyInput[],
  after: readonly KeyInput[],
): { readonly name: string; readonly before: string | undefined; readonly after: string | undefined }[] {
  const old = new Map(before.map(({ name, value }) => [name, value]));
  const now = new Map(after.map(({ name, value }) => [name, value]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name), after: now.get(name) }))
    .filter((it) => it.before !== it.after);
}
