/** `docker top`: GET /containers/{id}/top. */
import type { Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { alignTabs } from '../format/tabs.ts';

interface Listing {
  readonly Titles: readonly string[];
  readonly Processes: readonly (readonly string[])[];
}

export const top: Verb = async (cli, _flags, [container, ...options]) => {
  const path = `/containers/${segment(container!)}/top${query({ ps_args: options.join(' ') })}`;
  const { Titles, Processes } = await cli.engine.call<Listing>('GET', path);
  const text = [Titles, ...Processes].map((row) => `${row.join('\t')}\n`).join('');
  await cli.out(alignTabs(text, 20, 3));
  return 0;
};
