/** What bash has and Strata has not: each is refused with one line, none is taken and forgotten. */
import { describe, expect, it } from 'vitest';
import { createShellMain } from '../../../src/sh/index.ts';
import { bootMachine } from '../sh/machine.ts';

const REFUSED: readonly (readonly [script: string, stderr: string])[] = [
  ['shopt -s cdspell', 'shopt: cdspell: not supported here'],
  ['shopt -u interactive_comments', 'shopt: interactive_comments: not supported here'],
  ['help -m cd', 'help: -m: not supported here'],
  ['compgen -A binding', 'compgen: binding: not supported here'],
  ['set -k', 'set: keyword: not supported here'],
  ['set -t', 'set: onecmd: not supported here'],
  ['set -o vi', 'set: vi: not supported here'],
  ['set -o history', 'set: history: not supported here'],
  ['set +o interactive-comments', 'set: interactive-comments: not supported here'],
];

describe('bash refuses', () => {
  it.each(REFUSED)('%s', async (script, stderr) => {
    const machine = await bootMachine('bash', { bash: createShellMain({ dialect: 'bash' }) });
    const result = await machine.run(['bash', '-c', script]);
    expect(result).toEqual({ status: 1, stdout: '', stderr: `bash: line 1: ${stderr}\n` });
  });

  it.each(['--debugger', '--noediting', '-k', '-t', '-r', '-D'])('bash %s', async (word) => {
    const machine = await bootMachine('bash', { bash: createShellMain({ dialect: 'bash' }) });
    const result = await machine.run(['bash', word, '-c', 'echo ran']);
    expect(result).toEqual({ status: 2, stdout: '', stderr: `bash: ${word}: not supported here\n` });
  });
});
