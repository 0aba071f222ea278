/**
 * An image's `Config` as `GET /images/{name}/json` writes it, which depends on the API version.
 *
 * Members that older types always had are there with their empty values; the rest is left out where
 * it is empty. In the order of a Go map: sorted by name.
 *
 * @see moby api/server/router/image/image_routes.go, legacyConfigFields
 */
import type { RunConfig } from '../oci/index.ts';

const ALWAYS = {
  Cmd: null,
  Entrypoint: null,
  Env: null,
  Labels: null,
  OnBuild: null,
  User: '',
  Volumes: null,
  WorkingDir: '',
};

/** What an image's configuration had when it was of a container's type, before 1.50. */
const ALWAYS_BEFORE = {
  ...ALWAYS,
  AttachStderr: false,
  AttachStdin: false,
  AttachStdout: false,
  Domainname: '',
  Hostname: '',
  Image: '',
  OpenStdin: false,
  StdinOnce: false,
  Tty: false,
};

/** Members of an image's own configuration; what a commit left beside them is not shown. */
const OWN = [
  ...['User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'Volumes', 'WorkingDir', 'Labels', 'StopSignal'],
  ...['ArgsEscaped', 'Healthcheck', 'OnBuild', 'Shell'],
] as const;

/** @param version of the API that the client asked for, as `1.51` */
export function imageConfigJson(config: RunConfig, version: string): Record<string, unknown> {
  const minor = Number(version.split('.')[1]);
  const members: Record<string, unknown> = { ...(minor < 50 ? ALWAYS_BEFORE : ALWAYS) };
  for (const name of OWN) if (!isEmpty(config[name])) members[name] = config[name];
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  if (!value) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
