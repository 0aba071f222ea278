/** The laptop's own start-up files must not make its prompt wait for what bash has beyond ash. */
import { expect, it } from 'vitest';
import { isPlain } from '../../src/sh/late.ts';
import { startTestLaptop } from '../support/laptop-box.ts';

it.each(['/etc/profile', '/etc/bash.bashrc'])('reads %s without bash', async (path) => {
  const laptop = await startTestLaptop();
  const { stdout } = await laptop.exec(`cat ${path}`);
  expect(stdout).not.toBe('');
  expect(isPlain(stdout)).toBe(true);
});
