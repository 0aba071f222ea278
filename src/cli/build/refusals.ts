/**
 * Flags of `docker build` of which only some values are ours to do: the others are refused, those that
 * Docker's own driver cannot do either in Docker's words.
 *
 * @see docker/buildx util/buildflags; build/opt.go, toSolveOpt
 */
import { failure } from '../failure.ts';
import { parseBool } from '../flag-values.ts';
import type { FlagValues } from '../flags.ts';
import { buildFailure } from './places.ts';

/** Names that the result gets where `--tag` gives none. @throws ECLI for the first value that is not ours to do */
export function checkValues(flags: FlagValues): readonly string[] {
  const attested = attestations(flags).some(isWanted);
  const names = flags.list('output').flatMap(namesOfOutput);
  const exported = flags.list('cache-to').some((text) => !text.split(',').includes('type=inline'));
  if (attested) throw buildFailure(unsupported('Attestation', 'attestations'));
  if (exported) throw buildFailure(unsupported('Cache export', 'build-cache-backends'));
  if (flags.has('cache-to')) throw refused('--cache-to type=inline');
  if (flags.bool('push')) {
    if (!flags.has('tag')) throw buildFailure('tag is needed when pushing to registry');
    throw refused('--push');
  }
  return names;
}

function refused(what: string): Error {
  return failure(`docker: ${what} is not supported by Strata`, 125);
}

/** What the docker driver cannot do, for the real buildx as for us. */
export function unsupported(what: string, page: string): string {
  return `${what} is not supported for the docker driver.
Switch to a different driver, or turn on the containerd image store, and try again.
Learn more at https://docs.docker.com/go/${page}/`;
}

type Fields = ReadonlyMap<string, string>;

/** @throws ECLI for a field that is no pair */
function attestations(flags: FlagValues): Fields[] {
  const named = (name: string): string[] => {
    const value = flags.text(name) ?? '';
    if (value === '') return [];
    const bool = parseBool(value);
    return [`type=${name},${bool === undefined ? value : `disabled=${!bool}`}`];
  };
  const all = [...flags.list('attest'), ...named('provenance'), ...named('sbom')];
  return all.map((text) => fieldsOf(text, (field) => failure(`ERROR: invalid value ${field}`)));
}

function isWanted(attestation: Fields): boolean {
  return parseBool(attestation.get('disabled') ?? 'false') !== true;
}

/** `--output` of the images themselves is what happens anyway. */
function namesOfOutput(text: string): string[] {
  const fields = fieldsOf(text, () => refused(`--output ${text}`));
  const type = fields.get('type') ?? '';
  const others = [...fields.keys()].filter((key) => key !== 'type' && key !== 'name');
  if (!['docker', 'image', 'moby'].includes(type) || others.length > 0) throw refused(`--output ${text}`);
  return (fields.get('name') ?? '').split(',').filter(Boolean);
}

function fieldsOf(text: string, bad: (field: string) => Error): Fields {
  const fields = new Map<string, string>();
  for (const field of text.split(',')) {
    const equals = field.indexOf('=');
    if (equals < 0) throw bad(field);
    fields.set(field.slice(0, equals).toLowerCase(), field.slice(equals + 1));
  }
  return fields;
}
