/** The vocabulary of checks: a new one is a file, and a line here. */
import type { CheckKind } from '../types.ts';
import { built } from './built.ts';
import { container } from './container.ts';
import { diff } from './diff.ts';
import { file } from './file.ts';
import { folder } from './folder.ts';
import { image } from './image.ts';
import { layer } from './layer.ts';
import { ran } from './ran.ts';

export const checkKinds: ReadonlyMap<string, CheckKind<never>> = new Map<string, CheckKind<never>>(
  Object.entries({ built, container, diff, file, folder, image, layer, ran }) as [string, CheckKind<never>][],
);
