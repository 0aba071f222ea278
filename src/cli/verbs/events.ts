/** `docker events`: GET /events, a line an event, until interrupted. */
import { messageOf } from '../../base/index.ts';
import type { Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { failure } from '../failure.ts';
import { parseDuration } from '../flag-values.ts';
import { apiTime } from '../format/time.ts';
import { jsonLines } from '../pull/json-lines.ts';
import { compile, type MapValue } from '../template/index.ts';

interface Event {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes: Readonly<Record<string, string>> };
  readonly time: number;
  readonly timeNano: number;
}

export const events: Verb = async (cli, flags) => {
  const format = flags.text('format');
  const render = format ? compiled(format === 'json' ? '{{json .}}' : format) : undefined;
  const time = (name: string): string | undefined => {
    const given = flags.text(name);
    return given === undefined ? undefined : apiTime(given, cli.sys.now(), parseDuration);
  };
  const filters = filterQuery(flags.list('filter'));
  const path = `/events${query({ since: time('since'), until: time('until'), filters })}`;
  const response = await cli.engine.stream('GET', path);
  for await (const event of jsonLines<Event>(response.body)) {
    await cli.out(`${render ? render(event as unknown as MapValue) : lineOf(event)}\n`);
  }
  return 0;
};

function compiled(format: string): ReturnType<typeof compile> {
  try {
    return compile(format);
  } catch (error) {
    throw failure(`template parsing error: ${messageOf(error)}`, 64);
  }
}

function lineOf({ Type, Action, Actor, time, timeNano }: Event): string {
  const attributes = Object.entries(Actor.Attributes ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  const nanos = String(BigInt(timeNano) % 1_000_000_000n).padStart(9, '0');
  const when = `${new Date(time * 1000).toISOString().slice(0, 19)}.${nanos}Z`;
  return `${when} ${Type} ${Action} ${Actor.ID}${attributes.length > 0 ? ` (${attributes.join(', ')})` : ''}`;
}
