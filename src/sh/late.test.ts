/** Which start-up files may run before bash is there. */
import { describe, expect, it } from 'vitest';
import { isPlain } from './late.ts';

describe('isPlain', () => {
  it.each(
    [
      [
        '',
        '\n# a comment\n',
        "alias ll='ls -l' la=ls\n",
        "PS1='$(date) \\$ '",
        'export PATH="/bin:/usr/bin"',
      ],
    ].flat(),
  )('lets %j run at once', (text) => expect(isPlain(text)).toBe(true));

  it.each(
    [
      ['shopt -s histappend', 'declare -i N=3', 'set', 'type ls', 'trap x ERR', 'a=(1 2)', 'a[1]=2', '. ~/x'],
      ['[[ -n x ]] && :', 'PATH=$HOME/bin', 'PS1="$(date)"', 'alias', 'alias -p', 'export -f x', 'RANDOM=1'],
      ["PS1='a", 'x=1 y', 'x=1; set', 'alias x=y && set', ':\nset', 'x=`set`', 'x=1\\\nset'],
    ].flat(),
  )('makes %j wait for bash', (text) => expect(isPlain(text)).toBe(false));
});
