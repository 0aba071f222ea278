/**
 * What a folder of files cannot answer of Docker Hub's protocol: who may, and that nothing can be
 * pushed. In a registry's own form, so that `docker` tells it as it tells any registry's refusal.
 */

const REALM = 'https://auth.docker.io/token';
const SERVICE = 'registry.docker.io';

/** The answer where it is no file; undefined where it is. */
export function answerForHub(url: string, method: string): Response | undefined {
  if (url.startsWith(`${REALM}?`) || url === REALM) return token(new URL(url));
  if (!/^https?:\/\/(?:registry-1\.|index\.)?docker\.io\/v2\//.test(url)) return undefined;
  if (new URL(url).pathname === '/v2/') return refusal(401, 'UNAUTHORIZED', 'authentication required');
  if (method === 'GET' || method === 'HEAD') return undefined;
  return refusal(
    403,
    'DENIED',
    'Docker Hub is a folder of files here, to which nothing can be pushed; push to a registry of your own',
  );
}

/** Everyone may read; there is nobody to sign in as. */
function token(url: URL): Response {
  if (!url.searchParams.has('account')) return json(200, { token: 'anonymous', expires_in: 3600 });
  return json(401, { details: 'Docker Hub is a folder of files here, without accounts; pulling needs none' });
}

function refusal(status: number, code: string, message: string): Response {
  return json(
    status,
    { errors: [{ code, message, detail: {} }] },
    {
      'www-authenticate': `Bearer realm="${REALM}",service="${SERVICE}"`,
    },
  );
}

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
