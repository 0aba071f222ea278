/** Manual pages, which are made of what programs say of themselves. */
import { beforeAll, expect, it } from 'vitest';
import { main as git } from '../../src/laptop/programs/git/main.ts';
import { main as help } from '../../src/laptop/programs/help.ts';
import { main as man } from '../../src/laptop/programs/man/main.ts';
import { programs } from '../../src/userland/index.ts';
import { type Box, bootBox } from '../posix/applets/box.ts';

let box: Box;
beforeAll(async () => {
  box = await bootBox({
    programs: { ...programs, man: async () => man, help: async () => help, git: async () => git },
  });
});

const run = async (command: string) => {
  const { stdout, stderr, status } = await box.run(command, 60_000);
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { out: text(stdout), err: text(stderr), status };
};

it('lays out what --help says', async () => {
  const { out, status } = await run('man cal');
  expect(status).toBe(0);
  expect(out).toMatch(/^CAL\(1\) {30,}Strata {30,}CAL\(1\)\n\nNAME\n {7}cal - \S.*\n\nSYNOPSIS\n {7}cal \[/);
});

it('has options where a program lists them', async () => {
  const { out } = await run('man 1 curl');
  expect(out).toContain('curl - Transfer what a URL names');
  expect(out).toMatch(/DESCRIPTION\n(?:.*\n)* {8}-X, --request <method> +Method of the request\n/);
  expect((await run('man jq')).out).toContain('--slurpfile a f');
  expect((await run('/bin/help git')).out).toContain('Record changes to the repository');
});

it('has pages of what a program has as commands', async () => {
  const { out, status } = await run('man git-commit');
  expect(status).toBe(0);
  expect(out).toContain('NAME\n       git-commit - Record changes to the repository\n');
  expect(out).toContain('SYNOPSIS\n       git commit [<options>] [<args>]\n');
  expect((await run('git commit -h; echo $?')).out).toMatch(/^usage: git commit .*\n\n.*\n129\n$/);
  expect((await run('git help add')).out).toBe((await run('git add --help')).out);
  expect((await run('man strata-parse')).status).toBe(16);
});

it('finds by words', async () => {
  expect((await run('man -k "zip archive"')).out).toBe(
    'unzip (1)            - Extract FILEs from ZIP archive\n',
  );
  expect((await run('man -f ls vi')).out).toBe(
    'ls (1)               - List directory contents\nvi (1)               - Edit FILE\n',
  );
  expect(await run('man -k xyzzy')).toEqual({ out: '', err: 'xyzzy: nothing appropriate.\n', status: 16 });
});

it('says where there is no page', async () => {
  expect(await run('man nope')).toEqual({ out: '', err: 'No manual entry for nope\n', status: 16 });
  expect((await run('man')).err).toContain('What manual page do you want?');
  expect((await run('man git-nope')).status).toBe(16);
  expect((await run('man --nope')).status).toBe(2);
});

it('asks no file of the learner', async () => {
  const made = "printf '#!/bin/sh\\ntouch ran\\n' >/w/mine; chmod +x /w/mine; PATH=/w:/bin man mine; ls ran";
  expect((await run(made)).out).toBe('');
});
