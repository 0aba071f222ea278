/**
 * Style rules that a machine can hold: file length, header comments, banned names and words.
 *
 * A rule is broken only by changing this file, where a reviewer sees it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { ranks } from './ranks.mjs';

/** Past this there is a seam to be found (README of the house: most files are under 300). */
const LONGEST = 500;
const BANNED_NAMES = /(^|[/-])(utils?|helpers?|manager|misc|common)\.tsx?$/;
const BANNED_WORDS = /\b(TODO|FIXME|XXX|HACK)\b/;
const CONTENT = /^src\/registry\/(images|packages)\//;

const complaints = [];
const known = new Set(ranks.flat());
for (const folder of readdirSync('src', { withFileTypes: true })) {
  if (folder.isDirectory() && !known.has(folder.name))
    complaints.push(`src/${folder.name}: has no rank in scripts/ranks.mjs`);
}
for (const name of known) {
  try {
    readFileSync(`src/${name}/index.ts`);
  } catch {
    if (name !== 'app' && name !== 'node') complaints.push(`src/${name}: has no front door, index.ts`);
  }
}
for (const file of filesUnder('src')) {
  if (!/\.tsx?$/.test(file)) continue;
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n').length;
  if (lines > LONGEST && !CONTENT.test(file) && !/\.test\.tsx?$/.test(file))
    complaints.push(`${file}: ${lines} lines, more than ${LONGEST}`);
  if (BANNED_NAMES.test(file)) complaints.push(`${file}: name it after what it does`);
  if (BANNED_WORDS.test(text)) complaints.push(`${file}: has a ${BANNED_WORDS.exec(text)[0]}`);
  if (!/^(#!.*\n)?\s*\/\*\*/.test(text) && !/\.test\.tsx?$/.test(file))
    complaints.push(`${file}: does not begin with what it is`);
  if (/\b(describe|it|test)\.(only|skip)\(/.test(text))
    complaints.push(`${file}: a test is skipped or alone`);
}
for (const complaint of complaints) console.log(complaint);
process.exitCode = complaints.length ? 1 : 0;

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
