/** apt-mark: who came by itself, who is held. @see apt-mark(8) */
import { matchPattern } from '../../../posix/index.ts';
import { type Cache, installed, openCache } from './cache.ts';
import { writeMarks } from './marks.ts';
import type { Settings } from './settings.ts';
import { sayError } from './words.ts';

const FAILED = 100;

export async function mark(settings: Settings): Promise<number> {
  const { voice, command, names } = settings;
  const { io } = voice;
  const cache = await openCache(io);
  switch (command) {
    case 'showauto':
    case 'showmanual':
    case 'showhold':
      for (const name of shown(cache, command))
        if (names.length === 0 || names.includes(name)) io.print(`${name}\n`);
      return 0;
    default:
  }
  const targets: string[] = [];
  for (const word of names) {
    const found = [...cache.versions.keys()].filter(
      (name) => name === word || (/[*?.]/.test(word) && (matchPattern(word, name) || isMatch(word, name))),
    );
    if (found.length === 0) sayError(voice, `Unable to locate package ${word}`);
    targets.push(...found.sort());
  }
  if (targets.length === 0) {
    sayError(voice, 'No packages found');
    return FAILED;
  }
  if (io.sys.credentials().euid !== 0 && !settings.simulate) {
    sayError(
      voice,
      'Could not create temporary file for /var/lib/apt/extended_states - mkstemp (13: Permission denied)',
    );
    sayError(voice, 'Failed to write temporary StateFile /var/lib/apt/extended_states');
    return FAILED;
  }
  return command === 'auto' || command === 'manual'
    ? markAuto(settings, cache, targets)
    : markHold(settings, cache, targets);
}

function isMatch(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern).test(name);
  } catch {
    return false;
  }
}

function shown(cache: Cache, command: string): string[] {
  return [...cache.versions.keys()]
    .filter((name) => {
      if (!installed(cache, name)) return false;
      if (command === 'showhold') return cache.database.get(name)?.want === 'hold';
      return cache.marks.auto.has(name) === (command === 'showauto');
    })
    .sort();
}

async function markAuto(
  { voice, command, simulate }: Settings,
  cache: Cache,
  names: readonly string[],
): Promise<number> {
  const { io } = voice;
  const wish = command === 'auto';
  let changed = false;
  for (const name of names) {
    if (!installed(cache, name)) {
      if (voice.quiet < 2) io.print(`${name} can not be marked as it is not installed.\n`);
      continue;
    }
    const how = wish ? 'automatically' : 'manually';
    if (cache.marks.auto.has(name) === wish) {
      if (voice.quiet < 2) io.print(`${name} was already set to ${how} installed.\n`);
      continue;
    }
    if (wish) cache.marks.auto.add(name);
    else cache.marks.auto.delete(name);
    changed = true;
    if (voice.quiet < 2) io.print(`${name} set to ${how} installed.\n`);
  }
  if (changed && !simulate) await writeMarks(io, cache.marks, () => 'amd64');
  return 0;
}

async function markHold(
  { voice, command, simulate }: Settings,
  cache: Cache,
  names: readonly string[],
): Promise<number> {
  const { io } = voice;
  const wish = command === 'hold';
  for (const name of names) {
    const one = cache.database.get(name);
    if (!one) {
      if (voice.quiet < 2) io.print(`${name} can not be marked as it is not installed.\n`);
      continue;
    }
    if ((one.want === 'hold') === wish) {
      if (voice.quiet < 2) io.print(`${name} was already ${wish ? 'set on hold' : 'not on hold'}.\n`);
      continue;
    }
    one.want = wish ? 'hold' : 'install';
    if (voice.quiet < 2) io.print(wish ? `${name} set on hold.\n` : `Canceled hold on ${name}.\n`);
  }
  if (!simulate) await cache.database.save();
  return 0;
}
