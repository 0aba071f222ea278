/** What the tests of foreign archives share: our engine, the real ones, a folder that all of them see. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openRealEngine } from '../support/real-engine.ts';
import { runDocker } from '../support/run-docker.ts';
import { type Asked, containerdDocker, realDocker } from './engines.ts';

export const real = realDocker();
export const containerd = containerdDocker();

export const LONG = process.env['STRATA_LONG'] === '1';

/** What `/etc/hello` of arc-base says. */
export const HELLO = 'hello from a file\n';

export interface Box {
  /** Where real engines see it too. */
  readonly folder: string;
  /** Our client and engine. */
  docker(...words: readonly string[]): Promise<Asked>;
  /** What it prints; a failure fails the test. */
  done(...words: readonly string[]): Promise<string>;
  /** Removes what was left in the real engines. */
  close(): void;
}

/**
 * With an image `PREFIX-base:1` of three layers, whose `docker save` is base.tar. All names in real engines begin
 * with the prefix: others ask the same engines.
 */
export async function openBox(prefix: string): Promise<Box> {
  const folder = mkdtempSync('/tmp/strata-foreign-');
  const box = await openEmptyBox(folder, prefix);
  mkdirSync(join(folder, 'base'));
  writeFileSync(join(folder, 'base/hello'), HELLO);
  writeFileSync(
    join(folder, 'base/Dockerfile'),
    'FROM busybox\nLABEL made.by=strata\nENV A=b\nCOPY hello /etc/hello\n' +
      'RUN mkdir -p /d/e && ln -s e /d/l && echo x > /d/e/f && ln /d/e/f /d/h && chmod 4755 /d/e/f && rm /etc/shadow\n' +
      'CMD ["cat","/etc/hello"]\n',
  );
  await box.done('build', '-q', '-t', `${prefix}-base:1`, 'base');
  await box.done('save', '-o', 'base.tar', `${prefix}-base:1`);
  return box;
}

/** An engine of its own in the same folder. */
export async function openEmptyBox(folder: string, prefix: string): Promise<Box> {
  const { api } = await openRealEngine();
  const docker = async (...words: readonly string[]): Promise<Asked> => {
    const { exit, stdout, stderr } = await runDocker(api, words, { cwd: folder });
    return { exit, stdout: stdout.toString(), stderr: stderr.toString() };
  };
  return {
    folder,
    docker,
    async done(...words) {
      const { exit, stdout, stderr } = await docker(...words);
      expect(exit, `docker ${words.join(' ')}\n${stderr}`).toBe(0);
      return stdout.trim();
    },
    close() {
      for (const engine of [real, containerd]) {
        const { stdout = '' } =
          engine?.docker(['images', '--format', '{{.Repository}}:{{.Tag}}'], folder) ?? {};
        const mine = stdout
          .split('\n')
          .filter((name) => name.replace('localhost/', '').match(`^${prefix}[-/]`));
        if (mine.length) engine!.docker(['rmi', '-f', ...mine], folder);
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const skipped = (why: string | undefined): string => (why === undefined ? '' : ` (skipped: ${why})`);
export const namesIn = (printed: string): string[] =>
  [...printed.matchAll(/^Loaded image: (.*)$/gm)].map(([, name]) => name!);
export const idsIn = (printed: string): string[] =>
  [...printed.matchAll(/^Loaded image ID: (.*)$/gm)].map(([, id]) => id!);
