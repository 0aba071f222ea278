/**
 * Sessions with real registries: each text of this folder against the kind of registry that it is named
 * after, `REGISTRY` standing for its address. The words are the real client's, whose answers to the
 * same registry they were taken from.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBatch } from '../support/batch.ts';
import { differs, parseSession } from '../support/session.ts';
import { missingTools, startRegistry } from './servers.ts';

const KINDS = { open: [], basic: [], token: ['openssl'] } as const;

async function play(name: string, text: string): Promise<void> {
  const batch = startBatch();
  try {
    for (const step of parseSession(text)) {
      if (step.kind !== 'command') continue;
      const { exit, stdout, stderr } = await batch.exec(step.command, step.timeout ?? 60);
      const problem = differs(step.stdout, stdout) ?? differs(step.stderr, stderr);
      const where = `${name}:${step.line}: ${step.command}`;
      expect(problem, where).toBeUndefined();
      expect(exit, `${where}\n${stderr}`).toBe(step.exit);
    }
  } finally {
    await batch.kill();
  }
}

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

describe('sessions with docker-registry', () => {
  for (const [kind, tools] of Object.entries(KINDS)) {
    const missing = missingTools('docker-registry', ...tools);
    const name = `${kind}.txt`;
    it.skipIf(missing)(
      `${name}${missing ? ` (skipped: ${missing})` : ''}`,
      { timeout: 120_000 },
      async () => {
        const registry = await startRegistry(kind as keyof typeof KINDS);
        try {
          await play(name, textOf(name).replaceAll('REGISTRY', registry.address));
        } finally {
          await registry.stop();
        }
      },
    );
  }
});

it('shipped.txt', { timeout: 120_000 }, () => play('shipped.txt', textOf('shipped.txt')));

describe('what others make of it', () => {
  const missing = missingTools('docker-registry', 'skopeo');
  it.skipIf(missing)(
    `skopeo reads what was pushed, and gives back what is pulled${missing ? ` (skipped: ${missing})` : ''}`,
    { timeout: 120_000 },
    async () => {
      const registry = await startRegistry('open');
      const batch = startBatch();
      const ask = async (command: string): Promise<string> => {
        const { exit, stdout, stderr } = await batch.exec(command);
        expect(exit, `${command}\n${stderr}`).toBe(0);
        return stdout.trim();
      };
      const copy = (from: string, to: string, ...options: readonly string[]): void => {
        const tls = ['--src-tls-verify=false', '--dest-tls-verify=false'];
        execFileSync('skopeo', ['copy', '-q', ...tls, ...options, `docker://${from}`, `docker://${to}`]);
      };
      try {
        const { address } = registry;
        await ask(
          `docker pull -q alpine && docker tag alpine ${address}/ours && docker push -q ${address}/ours`,
        );
        const id = await ask('docker inspect -f "{{.Id}}" alpine');
        const raw = execFileSync('skopeo', [
          'inspect',
          '--raw',
          '--tls-verify=false',
          `docker://${address}/ours`,
        ]);
        expect(JSON.parse(raw.toString())).toMatchObject({ config: { digest: id } });
        copy(`${address}/ours`, `${address}/oci`, '--format', 'oci');
        copy(`${address}/ours`, `${address}/zstd`, '--format', 'oci', '--dest-compress-format', 'zstd');
        await ask('docker rmi -f $(docker images -q | sort -u)');
        for (const name of ['zstd', 'oci']) {
          await ask(`docker pull -q ${address}/${name}`);
          expect(await ask(`docker run --rm ${address}/${name} echo runs`)).toBe('runs');
          // skopeo writes the config anew, the layers are the same ones.
          const layers = await ask(`docker inspect -f "{{.RootFS.Layers}}" ${address}/${name}`);
          expect(layers).toMatch(/^\[sha256:[0-9a-f]{64}\]$/);
        }
        // What was zstd is packed anew as gzip, which is what Docker's manifest says of it.
        await ask(`docker tag ${address}/zstd ${address}/back && docker push -q ${address}/back`);
        copy(`${address}/back`, `${address}/checked`);
      } finally {
        await batch.kill();
        await registry.stop();
      }
    },
  );
});
