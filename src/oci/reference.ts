/**
 * Image references: `name[:tag][@digest]`, with Docker's defaults.
 *
 * @see distribution/reference, the grammar at the top of reference.go and normalize.go
 */
import { type Digest, isDigest, StrataError } from '../base/index.ts';

export interface Reference {
  /** `docker.io` where the name has none. */
  readonly domain: string;
  /** Path with `library/` where Docker Hub implies it. */
  readonly path: string;
  readonly tag?: string;
  readonly digest?: Digest;
}

const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const PATTERN = new RegExp(
  `^((?:${DOMAIN}/)?${COMPONENT}(?:/${COMPONENT})*)(?::([\\w][\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
);

/** Total length that a repository name may have. */
const LONGEST_NAME = 255;

/**
 * Parses what people type. Adds `docker.io` and `library/`, but no tag.
 *
 * @throws StrataError `EREFERENCE` with the words of distribution/reference.
 */
export function parseReference(text: string): Reference {
  if (/^[a-f0-9]{64}$/.test(text)) {
    throw bad(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  }
  const { domain, rest } = splitDomain(text);
  const colon = rest.indexOf(':');
  const remote = colon >= 0 ? rest.slice(0, colon) : rest.split('@')[0]!;
  if (remote.toLowerCase() !== remote) {
    throw bad(`invalid reference format: repository name (${remote}) must be lowercase`);
  }
  const match = PATTERN.exec(`${domain}/${rest}`);
  if (!match) throw bad('invalid reference format');
  const name = match[1]!;
  const path = name.slice(domain.length + 1);
  if (path.length > LONGEST_NAME) {
    throw bad('repository name must not be more than 255 characters');
  }
  const digest = match[3];
  if (digest !== undefined && !isDigest(digest)) {
    throw bad(
      digest.startsWith('sha256:') ? 'invalid checksum digest length' : 'unsupported digest algorithm',
    );
  }
  return {
    domain,
    path,
    ...(match[2] === undefined ? {} : { tag: match[2] }),
    ...(digest === undefined ? {} : { digest: digest as Digest }),
  };
}

/** The same with `:latest` where there is neither tag nor digest. */
export function withDefaultTag(reference: Reference): Reference {
  return reference.tag || reference.digest ? reference : { ...reference, tag: 'latest' };
}

/** `docker.io/library/alpine`, without tag and digest. */
export function canonicalName(reference: Reference): string {
  return `${reference.domain}/${reference.path}`;
}

/** `docker.io/library/alpine:latest@sha256:…`, with what it has. */
export function canonicalReference(reference: Reference): string {
  return canonicalName(reference) + suffix(reference);
}

/** `alpine`, `user/app`, `ghcr.io/a/b`: the name as Docker shows it. */
export function familiarName(reference: Reference): string {
  if (reference.domain !== 'docker.io') return canonicalName(reference);
  return reference.path.replace(/^library\/(?=[^/]+$)/, '');
}

export function familiarReference(reference: Reference): string {
  return familiarName(reference) + suffix(reference);
}

function suffix(reference: Reference): string {
  return (reference.tag ? `:${reference.tag}` : '') + (reference.digest ? `@${reference.digest}` : '');
}

function splitDomain(text: string): { domain: string; rest: string } {
  const slash = text.indexOf('/');
  const first = slash < 0 ? '' : text.slice(0, slash);
  const isHost = slash >= 0 && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
  let domain = isHost ? first : 'docker.io';
  let rest = isHost ? text.slice(slash + 1) : text;
  if (domain === 'index.docker.io') domain = 'docker.io';
  if (domain === 'docker.io' && !rest.includes('/')) rest = `library/${rest}`;
  return { domain, rest };
}

function bad(message: string): StrataError {
  return new StrataError('EREFERENCE', message);
}
