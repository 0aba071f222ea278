/** WebAssembly commands in the tab: waiting for input by promise integration, killed in a loop. */
import { expect, it } from 'vitest';
import { execIn } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';
import { catModule, helloModule, spinModule } from '../support/wasm-module.ts';

const visit = visitSite();

it('builds them into an image from nothing, runs them, and kills them', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const modules = { hello: helloModule('hello from wasm\n', 3), cat: catModule(), spin: spinModule() };
  for (const [name, bytes] of Object.entries(modules)) {
    const base64 = Buffer.from(bytes).toString('base64');
    await execIn(page, `echo ${base64} | base64 -d > ${name}.wasm; chmod +x ${name}.wasm`);
  }
  const waits = await page.evaluate(() => 'Suspending' in WebAssembly);
  expect(waits).toBe(true);
  expect(await execIn(page, '(sleep 1; echo late) | ./cat.wasm')).toMatchObject({
    exit: 0,
    stdout: 'late\n',
  });
  const image = String.raw`printf 'FROM scratch\nCOPY *.wasm /\nCMD ["/hello.wasm"]\n' | docker build -q -t w -f - .`;
  expect(await execIn(page, image)).toMatchObject({ exit: 0 });
  expect(await execIn(page, 'docker run --rm w')).toMatchObject({ exit: 3, stdout: 'hello from wasm\n' });
  const piped = await execIn(page, '(sleep 1; echo late) | docker run --rm -i w /cat.wasm');
  expect(piped).toMatchObject({ exit: 0, stdout: 'late\n' });
  await execIn(page, 'docker run -d --name spin w /spin.wasm');
  const began = performance.now();
  expect(await execIn(page, 'docker kill spin && docker wait spin')).toMatchObject({
    exit: 0,
    stdout: 'spin\n137\n',
  });
  expect(performance.now() - began).toBeLessThan(30_000);
});
