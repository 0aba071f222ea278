import { describe, expect, it } from 'vitest';
import type { Shell } from '../shell.ts';
import { expandHistory } from './history-expansion.ts';

const entries = ['ls -l /tmp', 'echo one two three', 'cat /etc/os-release.txt'];
const shell = {
  history: { entries },
  options: {},
  bashState: { options: new Set(['histexpand']) },
} as unknown as Shell;

/** As bash 5.2 expands them at a prompt, with that history. */
const lines: readonly (readonly [string, string])[] = [
  ['!!', 'cat /etc/os-release.txt'],
  ['sudo !!', 'sudo cat /etc/os-release.txt'],
  ['ls !$', 'ls /etc/os-release.txt'],
  ['!ec', 'echo one two three'],
  ['!1', 'ls -l /tmp'],
  ['!-2', 'echo one two three'],
  ['!?two?', 'echo one two three'],
  ['echo !echo:1', 'echo one'],
  ['echo !echo:*', 'echo one two three'],
  ['echo !echo:1-2', 'echo one two'],
  ['echo !echo:2*', 'echo two three'],
  ['echo !echo:$', 'echo three'],
  ['echo !echo:^', 'echo one'],
  ['^etc^usr', 'cat /usr/os-release.txt'],
  ['!!:s/cat/less/', 'less /etc/os-release.txt'],
  ['!echo:gs/o/0/', 'ech0 0ne tw0 three'],
  ['echo !$:h !$:t !$:r !$:e', 'echo /etc os-release.txt /etc/os-release .txt'],
  ['echo "!$"', 'echo "/etc/os-release.txt"'],
  ["echo '!!'", "echo '!!'"],
  ['echo \\!!', 'echo \\!!'],
  ['echo hi!', 'echo hi!'],
  ['echo "hi!"', 'echo "hi!"'],
  ['[ ! -f x ]', '[ ! -f x ]'],
  ['[[ a != b ]]', '[[ a != b ]]'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's.
  ['echo ${!x} $!', 'echo ${!x} $!'],
  ['echo a !#', 'echo a echo a '],
  ['#!/bin/sh', '#!/bin/sh'],
  ['echo x #!ec', 'echo x #!ec'],
  ['echo a;#!ec', 'echo a;#!ec'],
  ['echo a#!ec', 'echo a#echo one two three'],
];

describe('history expansion', () => {
  it.each(lines)('%s', (line, expanded) => {
    expect(expandHistory(shell, line)).toMatchObject({ text: expanded });
  });
  it('says which event there is not', () => {
    expect(expandHistory(shell, 'echo !nope x')).toBe('!nope: event not found');
    expect(expandHistory(shell, 'echo !echo:9')).toBe(':9: bad word specifier');
    expect(expandHistory(shell, '^zzz^y')).toContain('substitution failed');
  });
  it('prints only', () => {
    expect(expandHistory(shell, '!!:p')).toMatchObject({ printOnly: true });
  });
});
