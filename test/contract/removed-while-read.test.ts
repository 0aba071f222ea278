/** A container that is removed while its files are read: what was begun is read to its end. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Batch, startBatch } from '../support/batch.ts';

let laptop: Batch;
beforeAll(() => {
  laptop = startBatch();
});
afterAll(() => laptop.close());

const BYTES = 40_000_000;

it('ends commit, export and cp well', { timeout: 60_000 }, async () => {
  const fill = `head -c ${BYTES} /dev/urandom > /big; touch /done; sleep 1000`;
  const until = 'until docker exec rN test -e /done 2>/dev/null; do sleep .1; done';
  await laptop.exec('docker pull -q alpine');
  for (const n of [1, 2, 3]) await laptop.exec(`docker run -d --name r${n} alpine sh -c '${fill}'`);
  for (const n of [1, 2, 3]) await laptop.exec(until.replace('rN', `r${n}`));
  await laptop.exec('docker commit r1 x & sleep .5; docker rm -f r1; wait');
  expect(await laptop.exec('docker run --rm x wc -c /big')).toMatchObject({ stdout: `${BYTES} /big\n` });
  const removedMeanwhile = (name: string): string =>
    `(head -c 1000000; docker rm -f ${name} > /dev/null & cat; wait)`;
  await laptop.exec(`docker export r2 | ${removedMeanwhile('r2')} > e.tar`);
  expect((await laptop.exec('tar tvf e.tar | grep " big$"')).stdout).toContain(String(BYTES));
  const copied = await laptop.exec(`docker cp r3:/big - | ${removedMeanwhile('r3')} | tar tv`);
  expect(copied.stdout).toContain(String(BYTES));
  expect((await laptop.exec('docker ps -aq')).stdout).toBe('');
});
