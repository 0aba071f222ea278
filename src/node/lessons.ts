/** `npm run lessons`: plays every lesson's solution on a laptop and engine of its own. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { messageOf } from '../base/index.ts';
import { parseLesson, replayLesson } from '../tutor/index.ts';
import { openState, startMachine } from './machine.ts';

const ROOT = new URL('../../lessons', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const slugs = fs.readdirSync(ROOT).filter((slug) => wanted.length === 0 || wanted.includes(slug));
let failed = 0;
let steps = 0;
for (const slug of slugs) {
  try {
    await replay(slug);
  } catch (error) {
    failed++;
    console.log(`FAIL ${slug}: ${messageOf(error)}`);
  }
}
for (const slug of wanted.filter((name) => !slugs.includes(name))) {
  failed++;
  console.log(`FAIL ${slug}: there is no such lesson`);
}
console.log(`${slugs.length} lessons, ${steps} steps, ${failed} failed`);
process.exit(failed ? 1 : 0);

async function replay(slug: string): Promise<void> {
  const folder = path.join(ROOT, slug);
  const files = fs
    .readdirSync(folder)
    .map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')] as const);
  const lesson = parseLesson(slug, new Map(files));
  const machine = await startMachine(openState(undefined));
  const { laptop, daemon } = machine;
  const stage = {
    exec: laptop.exec,
    transport: daemon.transport,
  };
  await replayLesson(lesson, stage, ({ step, ok, problems, ms }) => {
    steps++;
    if (!ok) failed++;
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${slug}/${step} (${ms} ms)`);
    for (const problem of problems) console.log(`     ${problem}`);
  });
  await machine.close();
}
