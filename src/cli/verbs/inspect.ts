/**
 * `docker inspect` and its typed forms: the engine's own JSON, indented, or through a template.
 *
 * Members keep the engine's order and spelling: the JSON is indented as text, not read and written.
 */
import { messageOf, StrataError } from '../../base/index.ts';
import type { Cli, Verb } from '../command.ts';
import { query, segment } from '../engine.ts';
import { failure, isNotFound } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { indentJson } from '../format/indent.ts';
import type { Shape } from '../inspect/shapes.ts';
import { typed } from '../inspect/typed.ts';
import { platformQuery } from '../run/platform.ts';
import { compile, type MapValue, type Value } from '../template/index.ts';

/** One thing: its JSON, and what Go's type for it is. */
interface Found {
  readonly json: string;
  readonly shape: Shape;
}

type Getter = (name: string) => Promise<Found>;

const kinds = {
  container:
    (cli: Cli, flags: FlagValues): Getter =>
    async (name) => ({
      json: await cli.engine.text(
        'GET',
        `/containers/${segment(name)}/json${query({ size: flags.bool('size') })}`,
      ),
      shape: 'container.InspectResponse',
    }),
  image:
    (cli: Cli, flags: FlagValues): Getter =>
    async (name) => ({
      json: await cli.engine.text(
        'GET',
        `/images/${segment(name, 'image')}/json${query({ platform: platformQuery(flags.text('platform')) })}`,
      ),
      shape: 'image.InspectResponse',
    }),
  network:
    (cli: Cli, flags: FlagValues): Getter =>
    async (name) => ({
      json: await cli.engine.text(
        'GET',
        `/networks/${segment(name, 'network')}${query({ verbose: flags.bool('verbose') })}`,
      ),
      shape: 'network.Inspect',
    }),
  volume:
    (cli: Cli): Getter =>
    async (name) => ({
      json: await cli.engine.text('GET', `/volumes/${segment(name, 'volume')}`),
      shape: 'volume.Volume',
    }),
} as const;

type Kind = keyof typeof kinds;

export const inspectContainers: Verb = (cli, flags, names) =>
  print(cli, flags, names, kinds.container(cli, flags));
export const inspectImages: Verb = (cli, flags, names) => print(cli, flags, names, kinds.image(cli, flags));
export const inspectVolumes: Verb = (cli, flags, names) => print(cli, flags, names, kinds.volume(cli));
export const inspectNetworks: Verb = (cli, flags, names) =>
  print(cli, flags, names, kinds.network(cli, flags));

export const inspect: Verb = (cli, flags, names) => {
  const type = flags.text('type');
  if (type === undefined) return print(cli, flags, names, inAnyKind(cli, flags));
  if (type === '')
    throw failure(
      'type is empty: must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"',
    );
  if (type in kinds) return print(cli, flags, names, kinds[type as Kind](cli, flags));
  if (['config', 'node', 'plugin', 'secret', 'service', 'task'].includes(type)) {
    throw failure(`docker: --type ${type} is not supported by Strata`, 125);
  }
  throw failure(
    `unknown type: "${type}": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"`,
  );
};

function inAnyKind(cli: Cli, flags: FlagValues): Getter {
  return async (name) => {
    for (const kind of ['container', 'image', 'network', 'volume'] as const) {
      try {
        return await kinds[kind](cli, flags)(name);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    }
    throw failure(`Error: No such object: ${name}`);
  };
}

async function print(cli: Cli, flags: FlagValues, names: readonly string[], get: Getter): Promise<number> {
  const show = shower(flags.text('format'));
  const found: string[] = [];
  const problems: string[] = [];
  for (const name of names) {
    try {
      found.push(show.one(await get(name)));
    } catch (error) {
      if (!(error instanceof StrataError)) throw error;
      problems.push(messageOf(error));
    }
  }
  await cli.out(show.all(found));
  if (problems.length === 0) return 0;
  await cli.err(`${problems.join('\n')}\n`);
  return 1;
}

interface Shower {
  one(found: Found): string;
  all(found: readonly string[]): string;
}

/** @throws ECLI 64 for a template that does not parse */
function shower(format: string | undefined): Shower {
  if (format === undefined || format === '') {
    return { one: ({ json }) => json, all: (found) => `${indentJson(`[${found.join(',')}]`, '    ')}\n` };
  }
  if (format === 'json') {
    return { one: ({ json }) => json.trim(), all: (found) => `[${found.join(',')}]\n` };
  }
  let render: ReturnType<typeof compile>;
  try {
    render = compile(format);
  } catch (error) {
    throw failure(`template parsing error: ${messageOf(error)}`, 64);
  }
  return {
    one: (thing) => `${rendered(render, thing)}\n`,
    all: (found) => (found.length === 0 ? '\n' : found.join('')),
  };
}

/** As Go's type first; where that does not work, as the JSON says it. @throws ETEMPLATE */
function rendered(render: ReturnType<typeof compile>, { json, shape }: Found): string {
  const value = JSON.parse(json) as Value;
  const asTyped = (): string => render(typed(value as MapValue, shape));
  try {
    // Names as in JSON (`.Id`) are none of Go's fields (`.ID`). Of volumes the client keeps no JSON.
    return shape === 'volume.Volume'
      ? asTyped()
      : (attempt(asTyped) ?? render(asMaps(value), { missing: 'error' }));
  } catch (error) {
    throw new StrataError('ETEMPLATE', `template parsing error: ${messageOf(error)}`);
  }
}

/** JSON that Go read without a type: maps all the way down, which it goes through by name. */
function asMaps(value: Value): Value {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as MapValue).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, asMaps(item)]));
}

function attempt(render: () => string): string | undefined {
  try {
    return render();
  } catch {
    return undefined;
  }
}
