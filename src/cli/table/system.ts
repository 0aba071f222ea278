/** `docker system`, `volume`, and what stands alone: inspect, version, info. */
import { FORMAT, INSPECT_FORMAT } from './container.ts';
import { command, flags } from './define.ts';

export const inspect = command('inspect', {
  usage: '[OPTIONS] NAME|ID [NAME|ID...]',
  text: 'Show all about containers, images, volumes and networks',
  args: '1+',
  complete: ['object'],
  flags: flags(`
    ${INSPECT_FORMAT}
    -s --size  Add the sizes of a container
    --type string  Look only for this kind of thing
  `),
  load: async () => (await import('../verbs/inspect.ts')).inspect,
});

export const version = command('version', {
  usage: '[OPTIONS]',
  text: 'Show the versions of client and engine',
  args: '0',
  group: 'common',
  flags: flags(INSPECT_FORMAT),
  load: async () => (await import('../verbs/version.ts')).version,
});

export const info = command('info', {
  also: ['docker system info', 'docker info'],
  usage: '[OPTIONS]',
  text: 'Show the state of the engine',
  args: '0',
  flags: flags(INSPECT_FORMAT),
  load: async () => (await import('../verbs/info.ts')).info,
});

export const events = command('events', {
  also: ['docker system events', 'docker events'],
  usage: '[OPTIONS]',
  text: 'Show what happens in the engine, as it happens',
  args: '0',
  flags: flags(`
    -f --filter filter  Keep what matches NAME=VALUE
    --format string  How to print: json, or a Go TEMPLATE
    --since string  Start at a time, or so long ago (42m)
    --until string  Stop at a time, or so long ago (42m)
  `),
  load: async () => (await import('../verbs/events.ts')).events,
});

const df = command('df', {
  usage: '[OPTIONS]',
  text: 'Show the space that images, containers, volumes and cache take',
  args: '0',
  flags: flags(`
    ${FORMAT}
    -v --verbose  Show each of them
  `),
  load: async () => (await import('../verbs/df.ts')).df,
});

const systemPrune = command('prune', {
  usage: '[OPTIONS]',
  text: 'Remove what nothing uses',
  args: '0',
  flags: flags(`
    -a --all  Also images with a name, where no container uses them
    --filter filter  Keep to what matches label=NAME=VALUE
    -f --force  Do not ask
    --volumes  Also anonymous volumes
  `),
  load: async () => (await import('../verbs/prune.ts')).pruneSystem,
});

export const system = command('system', {
  text: 'The engine',
  group: 'management',
  children: [df, events, info, systemPrune],
});

const volumeCreate = command('create', {
  usage: '[OPTIONS] [VOLUME]',
  text: 'Make a volume',
  args: '0-1',
  flags: flags(`
    -d --driver string ="local"  Driver of the volume
    --label list  Label to set: NAME=VALUE
    -o --opt map =map[]  Option of the driver
  `),
  load: async () => (await import('../verbs/volume.ts')).createVolume,
});

const volumeInspect = command('inspect', {
  usage: '[OPTIONS] VOLUME [VOLUME...]',
  text: 'Show all about volumes',
  args: '1+',
  complete: ['volume'],
  flags: flags(INSPECT_FORMAT),
  load: async () => (await import('../verbs/inspect.ts')).inspectVolumes,
});

const volumeLs = command('ls', {
  aliases: ['list'],
  also: ['docker volume ls', 'docker volume list'],
  usage: '[OPTIONS]',
  text: 'List volumes',
  args: '0',
  flags: flags(`
    !~--cluster  Show cluster volumes only
    -f --filter filter  Keep what matches NAME=VALUE
    ${FORMAT}
    -q --quiet  Print names only
  `),
  load: async () => (await import('../verbs/volume.ts')).listVolumes,
});

const volumePrune = command('prune', {
  usage: '[OPTIONS]',
  text: 'Remove volumes that no container uses',
  args: '0',
  flags: flags(`
    -a --all  Also those with a name
    --filter filter  Keep to what matches label=NAME=VALUE
    -f --force  Do not ask
  `),
  load: async () => (await import('../verbs/prune.ts')).pruneVolumes,
});

const volumeRm = command('rm', {
  aliases: ['remove'],
  also: ['docker volume rm', 'docker volume remove'],
  usage: '[OPTIONS] VOLUME [VOLUME...]',
  text: 'Remove volumes',
  args: '1+',
  complete: ['volume'],
  flags: flags('-f --force  Do not mind if it is not there'),
  load: async () => (await import('../verbs/volume.ts')).removeVolumes,
});

export const volume = command('volume', {
  text: 'Volumes',
  group: 'management',
  children: [volumeCreate, volumeInspect, volumeLs, volumePrune, volumeRm],
});

/** Known words whose commands do not exist here yet; they are refused in one line. */
const absent = (name: string, usage: string, text: string): ReturnType<typeof command> =>
  command(name, { usage, text, group: 'hidden', stopAtFirst: true });

export const others = [
  absent('bake', '[OPTIONS] [TARGET...]', 'Build what a file lists'),
  absent('checkpoint', 'COMMAND', 'Checkpoints'),
  absent('compose', '[OPTIONS] COMMAND', 'Run several containers together'),
  absent('config', 'COMMAND', 'Swarm configs'),
  absent('context', 'COMMAND', 'Contexts'),
  absent('node', 'COMMAND', 'Swarm nodes'),
  absent('plugin', 'COMMAND', 'Plugins'),
  absent('secret', 'COMMAND', 'Swarm secrets'),
  absent('service', 'COMMAND', 'Swarm services'),
  absent('stack', 'COMMAND', 'Swarm stacks'),
  absent('swarm', 'COMMAND', 'Swarm'),
  absent('trust', 'COMMAND', 'Signatures of images'),
];
