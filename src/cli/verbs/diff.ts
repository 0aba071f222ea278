/** `docker diff`: GET /containers/{id}/changes. */
import type { Verb } from '../command.ts';
import { segment } from '../engine.ts';

const KINDS = ['C', 'A', 'D'];

export const diff: Verb = async (cli, _flags, [container]) => {
  type Change = { readonly Kind: number; readonly Path: string };
  const changes = await cli.engine.call<Change[] | null>('GET', `/containers/${segment(container!)}/changes`);
  await cli.out((changes ?? []).map(({ Kind, Path }) => `${KINDS[Kind] ?? Kind} ${Path}\n`).join(''));
  return 0;
};
