/** stty on a terminal against what busybox's did with another (record-stty.py). */
import { expect, it } from 'vitest';
import { applets } from '../../../src/userland/index.ts';
import { bootMachine } from '../sh/machine.ts';
import recorded from './recorded-stty.json' with { type: 'json' };

const stty = await applets['stty']!();

it.each(recorded)('$script', async ({ script, status, screen }) => {
  const machine = await bootMachine('ash', { stty });
  const session = await machine.openSession(['sh', '-c', script]);
  const ended = { status, screen: Buffer.from(screen, 'latin1').toString() };
  expect(await session.ended()).toEqual(ended);
});
