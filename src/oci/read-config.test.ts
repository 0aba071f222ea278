import { expect, it } from 'vitest';
import { readImageConfig } from './read-config.ts';

const config = (history: unknown, layers: number): string =>
  JSON.stringify({ rootfs: { type: 'layers', diff_ids: new Array(layers).fill('sha256:x') }, history });

it('takes no more steps with a layer than there are layers', () => {
  const steps = [{ created_by: 'a' }, { created_by: 'b', empty_layer: true }, { created_by: 'c' }];
  expect(readImageConfig(config(steps, 2)).history).toEqual(steps);
  expect(() => readImageConfig(config(steps, 1))).toThrow('too many non-empty layers in History section');
  expect(readImageConfig(config(null, 1)).history).toEqual([]);
});
