/** `docker version`, `docker --version` and `docker buildx version`. */
import { messageOf, StrataError } from '../../base/index.ts';
import type { Cli, Verb } from '../command.ts';
import { API_VERSION } from '../engine.ts';
import { failure } from '../failure.ts';
import { ansic } from '../format/time.ts';
import { typed } from '../inspect/typed.ts';
import { compile, type Value } from '../template/index.ts';

/** The release that this client behaves as. */
export const CLIENT = { version: '28.5.2', build: 'strata', buildx: '0.29.1' };

export async function printVersion(print: (fd: 1 | 2, text: string) => Promise<void>): Promise<number> {
  await print(1, `Docker version ${CLIENT.version}, build ${CLIENT.build}\n`);
  return 0;
}

export const buildxVersion: Verb = async (cli) => {
  await cli.out(`github.com/docker/buildx ${CLIENT.buildx} ${CLIENT.build}\n`);
  return 0;
};

interface ServerVersion {
  readonly Platform?: { readonly Name: string };
  readonly Components?: readonly {
    readonly Name: string;
    readonly Version: string;
    readonly Details?: Readonly<Record<string, string>>;
  }[];
  readonly Version: string;
  readonly ApiVersion: string;
  readonly MinAPIVersion: string;
  readonly GitCommit: string;
  readonly GoVersion: string;
  readonly Os: string;
  readonly Arch: string;
  readonly KernelVersion?: string;
  readonly BuildTime?: string;
  readonly Experimental?: boolean;
}

const client = {
  Version: CLIENT.version,
  ApiVersion: API_VERSION,
  DefaultAPIVersion: API_VERSION,
  GitCommit: CLIENT.build,
  GoVersion: '',
  Os: 'linux',
  Arch: 'amd64',
  BuildTime: '',
  Context: 'default',
};

export const version: Verb = async (cli, flags) => {
  const format = flags.text('format');
  const render =
    format === undefined || format === '' ? undefined : compiled(format === 'json' ? '{{json .}}' : format);
  let server: ServerVersion | null = null;
  let problem = '';
  try {
    server = withBuildDate(await cli.engine.call<ServerVersion>('GET', '/version'));
  } catch (error) {
    problem = messageOf(error);
  }
  if (render) {
    const data = { Client: client, Server: server as unknown as Value };
    await printTemplate(cli, () => render(typed(data, 'system.versionInfo')));
  } else await cli.out(clientText() + (server ? `\n${serverText(server)}` : ''));
  if (problem !== '') throw failure(problem);
  return 0;
};

/** The engine's part has its date in words; its own field keeps the form of the API. */
function withBuildDate(server: ServerVersion): ServerVersion {
  const Components = server.Components?.map((part) => {
    const built = part.Details?.['BuildTime'];
    if (part.Name !== 'Engine' || built === undefined) return part;
    return { ...part, Details: { ...part.Details, BuildTime: ansic(built) } };
  });
  return Components ? { ...server, Components } : server;
}

/** What was printed before a template failed stays printed. @throws ECLI */
export async function printTemplate(cli: Cli, render: () => string): Promise<void> {
  try {
    await cli.out(`${render()}\n`);
  } catch (error) {
    if (!(error instanceof StrataError) || error.code !== 'ETEMPLATE') throw error;
    await cli.out(`${String(error.data['printed'] ?? '')}\n`);
    throw failure(messageOf(error));
  }
}

function compiled(format: string): ReturnType<typeof compile> {
  try {
    return compile(format, 'version');
  } catch (error) {
    throw failure(`template parsing error: ${messageOf(error)}`, 64);
  }
}

function rows(pairs: readonly (readonly [string, string])[], indent: number, width: number): string {
  return pairs.map(([name, value]) => `${' '.repeat(indent)}${`${name}:`.padEnd(width)}${value}\n`).join('');
}

function clientText(): string {
  const pairs: [string, string][] = [
    ['Version', client.Version],
    ['API version', client.ApiVersion],
    ['Go version', client.GoVersion],
    ['Git commit', client.GitCommit],
    ['Built', client.BuildTime],
    ['OS/Arch', `${client.Os}/${client.Arch}`],
    ['Context', client.Context],
  ];
  return `Client:\n${rows(pairs, 1, 19)}`;
}

function serverText(server: ServerVersion): string {
  const engine: [string, string][] = [
    ['Version', server.Version],
    ['API version', `${server.ApiVersion} (minimum version ${server.MinAPIVersion})`],
    ['Go version', server.GoVersion],
    ['Git commit', server.GitCommit],
    ['Built', ansic(server.BuildTime ?? '')],
    ['OS/Arch', `${server.Os}/${server.Arch}`],
    ['Experimental', String(server.Experimental ?? false)],
  ];
  const name = server.Platform?.Name;
  let text = `Server:${name ? ` ${name}` : ''}\n Engine:\n${rows(engine, 2, 18)}`;
  for (const part of server.Components ?? []) {
    if (part.Name === 'Engine') continue;
    const pairs: [string, string][] = [['Version', part.Version]];
    for (const [key, value] of Object.entries(part.Details ?? {}).sort()) pairs.push([key, value]);
    text += ` ${part.Name}:\n${rows(pairs, 2, 18)}`;
  }
  return text;
}
