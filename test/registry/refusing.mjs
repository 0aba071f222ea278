/**
 * A registry that refuses in every way, as a function from requests to answers: recordings ask a real
 * client what it makes of it, tests ask ours. The repository's name says how.
 */

const json = (status, body, headers = {}) => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const plain = (status, body) => ({ status, headers: { 'content-type': 'text/plain' }, body });
const errors = (status, code, message, detail) =>
  json(status, { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] });

const OCI = { 'content-type': 'application/vnd.oci.image.manifest.v1+json' };
const EMPTY = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';

/** By the last part of the repository's name. */
const answers = {
  unauthorized: () => errors(401, 'UNAUTHORIZED', 'authentication required'),
  'unauthorized-detail': () => errors(401, 'UNAUTHORIZED', 'authentication required', {}),
  denied: () => errors(403, 'DENIED', 'requested access to the resource is denied'),
  'denied-detail': () => errors(403, 'DENIED', 'requested access to the resource is denied', {}),
  'denied-otherwise': () => errors(403, 'DENIED', 'not today'),
  name: () => errors(404, 'NAME_UNKNOWN', 'repository name not known to registry'),
  'name-detail': () => errors(404, 'NAME_UNKNOWN', 'repository name not known to registry', { name: 'x' }),
  manifest: () => errors(404, 'MANIFEST_UNKNOWN', 'manifest unknown', { Tag: '1' }),
  error: () => plain(500, 'boom'),
  unavailable: () => errors(503, 'UNAVAILABLE', 'service unavailable'),
  many: () => errors(429, 'TOOMANYREQUESTS', 'slow down please'),
  'many-plain': () => plain(429, 'slow'),
  plain: () => plain(404, 'no page'),
  'plain-401': () => plain(401, 'no page'),
  'plain-403': () => plain(403, 'no page'),
  two: () =>
    json(400, {
      errors: [
        { code: 'NAME_INVALID', message: 'bad name', detail: {} },
        { code: 'TAG_INVALID', message: 'bad tag' },
      ],
    }),
  helm: () =>
    json(
      200,
      {
        schemaVersion: 2,
        config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', size: 2, digest: EMPTY },
        layers: [],
      },
      OCI,
    ),
  foreign: () =>
    json(
      200,
      {
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        manifests: [
          {
            mediaType: OCI['content-type'],
            size: 2,
            digest: EMPTY,
            platform: { os: 'linux', architecture: 's390x' },
          },
        ],
      },
      { 'content-type': 'application/vnd.oci.image.index.v1+json' },
    ),
};

/** What `GET /v2/` wants, by the first part of a repository's name, and what its token server says. */
const realms = {
  open: undefined,
  token: () => json(200, { token: 'tok', expires_in: 300 }),
  bad: () => json(401, { details: 'incorrect username or password' }),
  none: () => errors(403, 'DENIED', 'no tokens for you'),
  broken: () => plain(500, 'boom'),
};

/** `open/denied`, …: all that is told apart. */
export const cases = [
  ...Object.keys(answers).map((name) => ['open', name]),
  ['token', 'scope'],
  ['token', 'unauthorized'],
  ['bad', 'manifest'],
  ['none', 'manifest'],
  ['broken', 'manifest'],
];

/** The answer of the registry of a realm; `origin` is its own address. */
export function answer(realm, origin, { url, authorization }) {
  const { pathname } = new URL(url, origin);
  const token = realms[realm];
  if (pathname === '/token') return token();
  const challenge = (extra = '') => ({
    'www-authenticate': `Bearer realm="${origin}/token",service="test"${extra}`,
  });
  const unauthorized = (extra) => ({
    ...errors(401, 'UNAUTHORIZED', 'authentication required', {}),
    headers: { 'content-type': 'application/json', ...challenge(extra) },
  });
  if (token && authorization === undefined) return unauthorized();
  if (pathname === '/v2/') return json(200, {});
  const name = /^\/v2\/([^/]+)\//.exec(pathname)?.[1] ?? '';
  if (name === 'scope') return unauthorized(',error="insufficient_scope"');
  return answers[name]?.() ?? plain(404, '');
}
