/** `node` in the tab: under its policy of content, waiting by promise integration, signalled in a loop. */
import { expect, it } from 'vitest';
import { execIn } from '../support/browser.ts';
import { visitSite } from '../support/site.ts';

const visit = visitSite();

it('installs it, runs scripts with it, and ends a loop', { timeout: 60_000 }, async () => {
  const { page } = visit.browser;
  const image = String.raw`printf 'FROM alpine\nRUN apk add -q nodejs\n' | docker build -q -t n -f - .`;
  expect(await execIn(page, image)).toMatchObject({ exit: 0 });
  const run = (script: string) => execIn(page, `docker run --rm -i n node -e '${script}'`);
  expect(await run('console.log([6 * 7], typeof indexedDB)')).toMatchObject({
    exit: 0,
    stdout: '[ 42 ] undefined\n',
  });
  const waiting = 'console.log(require("child_process").execSync("sleep 0.2; echo child").toString())';
  expect(await run(waiting)).toMatchObject({ exit: 0, stdout: 'child\n\n' });
  const late = `(sleep 1; echo late) | docker run --rm -i n node -p 'fs = require("fs"), fs.readFileSync(0, "utf8")'`;
  expect(await execIn(page, late)).toMatchObject({ exit: 0, stdout: 'late\n\n' });
  const loop = `docker run --rm n sh -c 'node -e "for (;;);" & sleep 1; kill $!; wait $!; echo $?'`;
  expect(await execIn(page, loop)).toMatchObject({ exit: 0, stdout: '143\n' });
  const hungry = `docker run --rm -m 64m n node -e 'const all = []; for (;;) all.push(new Uint8Array(1e6))'`;
  expect(await execIn(page, hungry)).toMatchObject({ exit: 137 });
});
