/**
 * A container's configuration: the request's over the image's, with Docker's rules and defaults.
 *
 * @see moby daemon/commit.go (merge), daemon/create.go, daemon/container.go
 */
import { cleanPath } from '../dockerfile/index.ts';
import type { RunConfig } from '../oci/index.ts';
import type { ContainerConfig, CreateContainerRequest } from './docker-types.ts';
import { invalid } from './failure.ts';
import { shortId } from './ids.ts';

/**
 * In the order in which Docker writes the members. What only builds use of an image (OnBuild, Shell,
 * ArgsEscaped) does not come in. @throws `no command specified`
 */
export function mergeConfig(id: string, request: CreateContainerRequest, image: RunConfig): ContainerConfig {
  const { entrypoint, cmd } = mergeCommand(request, image);
  if (entrypoint.length === 0 && cmd.length === 0) throw invalid('no command specified');
  const ports = { ...image.ExposedPorts, ...request.ExposedPorts };
  const volumes = { ...image.Volumes, ...request.Volumes };
  const healthcheck = request.Healthcheck ?? image.Healthcheck;
  const directory = request.WorkingDir || image.WorkingDir;
  const stopSignal = request.StopSignal || image.StopSignal;
  return {
    Hostname: request.Hostname || shortId(id),
    Domainname: request.Domainname ?? '',
    User: request.User || (image.User ?? ''),
    AttachStdin: request.AttachStdin ?? false,
    AttachStdout: request.AttachStdout ?? false,
    AttachStderr: request.AttachStderr ?? false,
    ...(Object.keys(ports).length ? { ExposedPorts: ports } : {}),
    Tty: request.Tty ?? false,
    OpenStdin: request.OpenStdin ?? false,
    StdinOnce: request.StdinOnce ?? false,
    Env: mergeEnv(request.Env ?? [], image.Env ?? []),
    Cmd: cmd.length ? cmd : null,
    ...(healthcheck ? { Healthcheck: healthcheck } : {}),
    ...(request.ArgsEscaped ? { ArgsEscaped: true } : {}),
    Image: request.Image ?? '',
    Volumes: Object.keys(volumes).length ? volumes : null,
    WorkingDir: directory ? cleanPath(directory) : '',
    Entrypoint: entrypoint.length ? entrypoint : null,
    ...(request.NetworkDisabled ? { NetworkDisabled: true } : {}),
    OnBuild: request.OnBuild?.length ? request.OnBuild : null,
    Labels: { ...image.Labels, ...request.Labels },
    ...(stopSignal ? { StopSignal: stopSignal } : {}),
    ...(request.StopTimeout === undefined ? {} : { StopTimeout: request.StopTimeout }),
    ...(request.Shell?.length ? { Shell: request.Shell } : {}),
  };
}

/** An own entrypoint drops the image's command; `""` drops the image's entrypoint. */
export function mergeCommand(
  request: Pick<RunConfig, 'Cmd' | 'Entrypoint'>,
  image: RunConfig,
): { entrypoint: readonly string[]; cmd: readonly string[] } {
  const own = request.Entrypoint ?? [];
  let cmd = request.Cmd ?? [];
  if (own.length > 0) return { entrypoint: own.length === 1 && own[0] === '' ? [] : own, cmd };
  if (cmd.length === 0) cmd = image.Cmd ?? [];
  return { entrypoint: image.Entrypoint ?? [], cmd };
}

/** The request's first, then what the image has besides. */
function mergeEnv(own: readonly string[], image: readonly string[]): string[] {
  const names = new Set(own.map(nameOf));
  return [...own, ...image.filter((entry) => !names.has(nameOf(entry)))];
}

const nameOf = (entry: string): string => entry.split('=', 1)[0]!;

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What PID 1's environment is; an entry without `=` takes a variable away. */
export function processEnv(config: ContainerConfig, extra: readonly string[] = []): Record<string, string> {
  const env = new Map<string, string>([
    ['PATH', DEFAULT_PATH],
    ['HOSTNAME', config.Hostname ?? ''],
  ]);
  if (config.Tty) env.set('TERM', 'xterm');
  for (const entry of [...(config.Env ?? []), ...extra]) {
    const name = nameOf(entry);
    if (entry.length > name.length) env.set(name, entry.slice(name.length + 1));
    else env.delete(name);
  }
  return Object.fromEntries(env);
}

/** A container's Path and Args as `inspect` shows them. */
export function commandOf(config: ContainerConfig): { path: string; args: string[] } {
  const [path = '', ...args] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])];
  return { path, args };
}
