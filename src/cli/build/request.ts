/**
 * The flags of `docker build` as the query of `POST /build`, checked in buildx' order and words.
 *
 * @see docker/buildx commands/build.go and build/opt.go
 */
import { messageOf } from '../../base/index.ts';
import { type Platform, parseReference } from '../../oci/index.ts';
import type { Cli } from '../command.ts';
import { failure } from '../failure.ts';
import type { FlagValues } from '../flags.ts';
import { parsePlatform } from '../run/platform.ts';
import { buildFailure } from './places.ts';
import { checkValues, unsupported } from './refusals.ts';

/** What can be said before it is known how progress is shown. */
export interface BuildOptions {
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
}

/** @throws ECLI for a pair without a name, and for values that are not ours to do */
export function readOptions(cli: Cli, flags: FlagValues): BuildOptions {
  const { env } = cli.sys;
  const buildArgs = pairs(flags.list('build-arg'), (name) => env[name]);
  const labels = pairs(flags.list('label'), () => '');
  const epoch = env['SOURCE_DATE_EPOCH'];
  if (epoch && !Object.hasOwn(buildArgs, 'SOURCE_DATE_EPOCH')) buildArgs['SOURCE_DATE_EPOCH'] = epoch;
  const names = checkValues(flags);
  return { buildArgs, labels, tags: flags.has('tag') ? flags.list('tag') : names };
}

/** `NAME=VALUE`, or `NAME` for what `otherwise` has; a name without any value is left out. */
function pairs(
  given: readonly string[],
  otherwise: (name: string) => string | undefined,
): Record<string, string> {
  const found = new Map<string, string>();
  for (const text of given) {
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    if (name === '') throw failure(`ERROR: invalid key-value pair ${JSON.stringify(text)}: empty key`);
    const value = equals < 0 ? otherwise(name) : text.slice(equals + 1);
    if (value !== undefined) found.set(name, value);
  }
  return Object.fromEntries(found);
}

/** Everything but the Dockerfile's place. @throws ECLI */
export function buildQuery(cli: Cli, flags: FlagValues, options: BuildOptions): URLSearchParams {
  const platform = platformOf(cli, flags);
  const { tags } = options;
  for (const tag of tags) checkTag(tag);
  const search = new URLSearchParams({ version: '2' });
  for (const tag of tags) search.append('t', tag);
  const set = (name: string, value: string | undefined): void => {
    if (value) search.set(name, value);
  };
  set('platform', platform && JSON.stringify(platform));
  set('target', flags.text('target'));
  set('networkmode', flags.text('network'));
  set('nocache', flags.bool('no-cache') ? '1' : '');
  set('pull', flags.bool('pull') ? '1' : '');
  set('buildargs', jsonOf(options.buildArgs));
  set('labels', jsonOf(options.labels));
  return search;
}

function jsonOf(values: Readonly<Record<string, string>>): string {
  return Object.keys(values).length > 0 ? JSON.stringify(values) : '';
}

/** Checked after the context, as buildx does. @throws ECLI */
export function checkNetwork(flags: FlagValues): void {
  const network = flags.text('network') ?? '';
  if (['', 'default', 'host', 'none'].includes(network)) return;
  throw buildFailure(
    `network mode ${JSON.stringify(network)} not supported by buildkit - you can define a custom network for your builder using the network driver-opt in buildx create`,
  );
}

function platformOf(cli: Cli, flags: FlagValues): Platform | undefined {
  const standard = cli.sys.env['DOCKER_DEFAULT_PLATFORM'];
  const given = flags.has('platform') ? flags.list('platform') : standard ? [standard] : [];
  const platforms = given
    .flatMap((text) => text.split(','))
    .map((text) => (text === 'local' ? undefined : parsePlatform(text, 'ERROR: failed to build: ')));
  if (platforms.length > 1) throw buildFailure(unsupported('Multi-platform build', 'build-multi-platform'));
  return platforms[0];
}

/** As distribution/reference's Parse: the tag need not have a full name, but it has to be one. */
function checkTag(tag: string): void {
  const bad = (why: string): Error => buildFailure(`invalid tag ${JSON.stringify(tag)}: ${why}`);
  if (tag === '') throw bad('repository name must have at least one component');
  const complaint = referenceComplaint(tag);
  if (complaint === undefined && tag.includes('@')) {
    throw buildFailure('failed to solve: refusing to create a tag with a digest reference');
  }
  if (complaint === undefined || complaint.startsWith('invalid repository name (')) return;
  if (!complaint.startsWith('invalid reference format')) throw bad(complaint);
  const lower = tag.toLowerCase();
  const casing = lower !== tag && referenceComplaint(lower) === undefined;
  throw bad(casing ? 'repository name must be lowercase' : 'invalid reference format');
}

function referenceComplaint(text: string): string | undefined {
  try {
    parseReference(text);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
