/** `docker events`: GET /events, a line an event, until interrupted. */
import { messageOf } from '../../base/index.ts';
import type { Verb } from '../command.ts';
import { filterQuery, query } from '../engine.ts';
import { failure } from '../failure.ts';
import { apiTime } from '../format/time.ts';
import { typed } from '../inspect/typed.ts';
import { textLines } from '../pull/json-lines.ts';
import { compile, type MapValue, type Value } from '../template/index.ts';

interface Event {
  readonly Type: string;
  readonly Action: string;
  readonly Actor: { readonly ID: string; readonly Attributes: Readonly<Record<string, string>> };
  readonly time: number;
}

export const events: Verb = async (cli, flags) => {
  const format = flags.text('format');
  const render = format && format !== 'json' ? compiled(format) : undefined;
  const time = (name: string): string | undefined => {
    const given = flags.text(name);
    if (given === undefined) return undefined;
    const read = apiTime(given, cli.sys.now());
    if (read !== undefined) return read;
    throw failure(`failed to parse value as time or duration: "${given}"`);
  };
  const filters = filterQuery(flags.list('filter'));
  const path = `/events${query({ since: time('since'), until: time('until'), filters })}`;
  const response = await cli.engine.stream('GET', path);
  for await (const line of textLines(response.body)) {
    // As JSON an event is what the engine sent, to the last digit of its nanoseconds.
    if (format === 'json') await cli.out(`${line.trim()}\n`);
    else {
      const event = JSON.parse(line) as Event;
      await cli.out(`${render ? render(asEvent(event as unknown as MapValue)) : lineOf(event, line)}\n`);
    }
  }
  return 0;
};

function compiled(format: string): ReturnType<typeof compile> {
  try {
    const render = compile(format);
    // Docker tries it on an event without anything before the first one comes.
    render(asEvent({}));
    return render;
  } catch (error) {
    throw failure(`Error parsing format: ${messageOf(error)}`, 64);
  }
}

function asEvent(event: MapValue): Value {
  return typed(event, 'events.Message', true);
}

function lineOf({ Type, Action, Actor, time }: Event, json: string): string {
  const attributes = Object.entries(Actor.Attributes ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  // Read from the text: a number would lose the last digits.
  const nanos = (/"timeNano":\s*(\d+)/.exec(json)?.[1] ?? '').slice(-9).padStart(9, '0');
  const when = `${new Date(time * 1000).toISOString().slice(0, 19)}.${nanos}Z`;
  return `${when} ${Type} ${Action} ${Actor.ID}${attributes.length > 0 ? ` (${attributes.join(', ')})` : ''}`;
}
