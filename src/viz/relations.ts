/**
 * What belongs to what in a scene: for pointing, and for moving through the picture by keys.
 */
import type { Block, Scene, Shape } from './shapes.ts';

/** Shapes that carry `id`, or stand on it, itself included; undefined where `id` is not in the scene. */
export function related(scene: Scene, id: string): ReadonlySet<string> | undefined {
  const byId = new Map(scene.shapes.map((shape) => [shape.id, shape]));
  const chosen = byId.get(id);
  if (!chosen) return undefined;
  const found = new Set<string>([id]);
  const layers = new Set<string>();
  const lowest = chosen.kind === 'block' ? chosen.id : groundOf(chosen, scene);
  for (let at = lowest; at !== undefined; at = (byId.get(at) as Block | undefined)?.parent) layers.add(at);
  if (chosen.kind === 'block') {
    // Parents come before children in a scene, so one pass finds all that stands on it.
    const above = new Set([chosen.id]);
    for (const shape of scene.shapes) {
      if (shape.kind === 'block' && shape.parent !== undefined && above.has(shape.parent))
        above.add(shape.id);
    }
    for (const shape of scene.shapes) {
      const on = groundOf(shape, scene);
      if (on !== undefined && above.has(on)) found.add(shape.id);
    }
    for (const layer of above) found.add(layer);
  } else {
    const image = 'image' in chosen ? chosen.image : undefined;
    for (const shape of scene.shapes) {
      if (image !== undefined && 'image' in shape && shape.image === image) found.add(shape.id);
    }
  }
  for (const layer of layers) found.add(layer);
  for (const shape of scene.shapes) {
    if (shape.kind === 'seam' && found.has(shape.on)) found.add(shape.id);
    if (shape.kind === 'shadow' && found.has(shape.slab)) found.add(shape.id);
  }
  return found;
}

function groundOf(shape: Shape, scene: Scene): string | undefined {
  if (shape.kind === 'slab' || shape.kind === 'bar' || shape.kind === 'pole') return shape.on;
  if (shape.kind !== 'flag') return undefined;
  const pole = scene.shapes.find((other) => other.kind === 'pole' && other.image === shape.image);
  return pole?.kind === 'pole' ? pole.on : undefined;
}

export interface TreeItem {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly parent: string | undefined;
}

/** The picture as a tree, from the ground upwards, what stands on a layer after it. */
export function treeOf(scene: Scene): readonly TreeItem[] {
  const items: TreeItem[] = [];
  const children = (id: string | undefined): Shape[] =>
    scene.shapes.filter((shape) =>
      shape.kind === 'block'
        ? shape.parent === id
        : (shape.kind === 'slab' || shape.kind === 'bar' || shape.kind === 'pole') &&
          (shape.on === 'ground' ? undefined : shape.on) === id,
    );
  const walk = (id: string | undefined, level: number): void => {
    for (const shape of children(id).sort((a, b) => a.x - b.x)) {
      const title = 'title' in shape ? shape.title : '';
      items.push({ id: shape.id, title, level, parent: id });
      if (shape.kind === 'block') walk(shape.id, level + 1);
    }
  };
  walk(undefined, 1);
  return items;
}
