import { expect, it } from 'vitest';
import { loaders } from './loaders.ts';
import { applets } from './table.ts';

it('lists the applets that there are, and each can be loaded', async () => {
  expect(Object.keys(applets).sort()).toEqual(Object.keys(loaders).sort());
  for (const load of Object.values(applets)) expect(await load()).toBeTypeOf('function');
});
