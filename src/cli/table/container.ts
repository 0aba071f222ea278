/** `docker container …`, and the same commands directly under `docker`. */
import { command, flags } from './define.ts';
import { create, exec, run } from './run.ts';

/** How --format is explained, the same everywhere. */
export const FORMAT = '--format string  How to print: table, table TEMPLATE, json, or a Go TEMPLATE';
export const INSPECT_FORMAT = '-f --format string  How to print: json, or a Go TEMPLATE';
const both = (name: string, ...more: string[]): string[] => [
  `docker container ${name}`,
  ...more,
  `docker ${name}`,
];

export const ls = command('ls', {
  aliases: ['list', 'ps'],
  also: ['docker container ls', 'docker container list', 'docker container ps', 'docker ps'],
  usage: '[OPTIONS]',
  text: 'List containers',
  args: '0',
  flags: flags(`
    -a --all  Show stopped containers too
    -f --filter filter  Keep what matches NAME=VALUE
    ${FORMAT}
    -n --last int =-1  Show the newest N, running or not
    -l --latest  Show the newest, running or not
    --no-trunc  Do not shorten anything
    -q --quiet  Print IDs only
    -s --size  Show sizes
  `),
  load: async () => (await import('../verbs/ps.ts')).ps,
});

export const attach = command('attach', {
  also: both('attach'),
  usage: '[OPTIONS] CONTAINER',
  text: "Connect the terminal to a running container's streams",
  args: '1',
  complete: ['running', 'none'],
  flags: flags(`
    --detach-keys string  Keys that detach from it
    --no-stdin  Leave standard input alone
    --sig-proxy =true  Pass signals on to it
  `),
  load: async () => (await import('../verbs/attach.ts')).attach,
});

export const commit = command('commit', {
  also: both('commit'),
  usage: '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
  text: "Make an image of a container's changes",
  args: '1-2',
  complete: ['container', 'image', 'none'],
  flags: flags(`
    -a --author string  Author to note in the image
    -c --change list  Dockerfile instruction to apply
    -m --message string  Comment to note in the image
    -p --pause =true  Pause the container meanwhile
  `),
  load: async () => (await import('../verbs/commit.ts')).commit,
});

export const cp = command('cp', {
  also: both('cp'),
  usage: '[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-\n\tdocker cp [OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH',
  text: 'Copy files between a container and this machine',
  args: '2',
  complete: ['file'],
  flags: flags(`
    -a --archive  Keep owners and groups
    -L --follow-link  Follow a symbolic link in SRC_PATH
    -q --quiet  Do not report progress
  `),
  load: async () => (await import('../verbs/cp.ts')).cp,
});

export const diff = command('diff', {
  also: both('diff'),
  usage: 'CONTAINER',
  text: 'List what a container changed in its file system',
  args: '1',
  complete: ['container', 'none'],
  load: async () => (await import('../verbs/diff.ts')).diff,
});

export const exportTar = command('export', {
  also: both('export'),
  usage: '[OPTIONS] CONTAINER',
  text: "Write a container's file system as a tar",
  args: '1',
  complete: ['container', 'none'],
  flags: flags('-o --output string  File to write to, in place of standard output'),
  load: async () => (await import('../verbs/save.ts')).exportTar,
});

const inspect = command('inspect', {
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Show all about containers',
  args: '1+',
  complete: ['container'],
  flags: flags(`
    ${INSPECT_FORMAT}
    -s --size  Add the sizes
  `),
  load: async () => (await import('../verbs/inspect.ts')).inspectContainers,
});

export const kill = command('kill', {
  also: both('kill'),
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Send containers a signal',
  args: '1+',
  complete: ['running'],
  flags: flags('-s --signal string  Signal to send'),
  load: async () => (await import('../verbs/kill.ts')).kill,
});

export const logs = command('logs', {
  also: both('logs'),
  usage: '[OPTIONS] CONTAINER',
  text: 'Show what a container printed',
  args: '1',
  complete: ['container', 'none'],
  flags: flags(`
    --details  Add what the log driver noted
    -f --follow  Go on as more is printed
    --since string  Start at a time, or so long ago (42m)
    -n --tail string ="all"  Start so many lines before the end
    -t --timestamps  Add the time of each line
    --until string  Stop at a time, or so long ago (42m)
  `),
  load: async () => (await import('../verbs/logs.ts')).logs,
});

export const pause = command('pause', {
  also: both('pause'),
  usage: 'CONTAINER [CONTAINER...]',
  text: 'Freeze all processes of containers',
  args: '1+',
  complete: ['running'],
  load: async () => (await import('../verbs/pause.ts')).pause,
});

export const port = command('port', {
  also: both('port'),
  usage: 'CONTAINER [PRIVATE_PORT[/PROTO]]',
  text: 'List the published ports of a container',
  args: '1-2',
  complete: ['container', 'none'],
  load: async () => (await import('../verbs/port.ts')).port,
});

const prune = command('prune', {
  usage: '[OPTIONS]',
  text: 'Remove all stopped containers',
  args: '0',
  flags: flags(`
    --filter filter  Keep to what matches NAME=VALUE
    -f --force  Do not ask
  `),
  load: async () => (await import('../verbs/prune.ts')).pruneContainers,
});

export const rename = command('rename', {
  also: both('rename'),
  usage: 'CONTAINER NEW_NAME',
  text: 'Give a container another name',
  args: '2',
  complete: ['container', 'none'],
  load: async () => (await import('../verbs/rename.ts')).rename,
});

const stopFlags = flags(`
  -s --signal string  Signal that asks it to stop
  -t --timeout int  Seconds to wait before it is killed
  ~--time int  Seconds to wait before it is killed
`);

export const restart = command('restart', {
  also: both('restart'),
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Stop containers and start them again',
  args: '1+',
  complete: ['container'],
  flags: stopFlags,
  load: async () => (await import('../verbs/stop.ts')).restart,
});

export const rm = command('rm', {
  aliases: ['remove'],
  also: both('rm', 'docker container remove'),
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Remove containers',
  args: '1+',
  complete: ['stopped'],
  flags: flags(`
    -f --force  Kill it first if it runs
    -l --link  Remove the link
    -v --volumes  Remove its anonymous volumes too
  `),
  load: async () => (await import('../verbs/rm.ts')).rm,
});

export const start = command('start', {
  also: both('start'),
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Start stopped containers',
  args: '1+',
  complete: ['stopped'],
  flags: flags(`
    -a --attach  Attach its output and pass on signals
    !~--checkpoint string  Checkpoint to go on from
    !~--checkpoint-dir string  Where checkpoints are
    --detach-keys string  Keys that detach from it
    -i --interactive  Attach standard input
  `),
  load: async () => (await import('../verbs/start.ts')).start,
});

export const stats = command('stats', {
  also: both('stats'),
  usage: '[OPTIONS] [CONTAINER...]',
  text: 'Show what containers use, as it changes',
  complete: ['container'],
  flags: flags(`
    -a --all  Show stopped containers too
    ${FORMAT}
    --no-stream  Print once
    --no-trunc  Do not shorten anything
  `),
});

export const stop = command('stop', {
  also: both('stop'),
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Stop running containers',
  args: '1+',
  complete: ['running'],
  flags: stopFlags,
  load: async () => (await import('../verbs/stop.ts')).stop,
});

export const top = command('top', {
  also: both('top'),
  usage: 'CONTAINER [ps OPTIONS]',
  text: 'List the processes of a container',
  args: '1+',
  stopAtFirst: true,
  complete: ['running', 'none'],
  load: async () => (await import('../verbs/top.ts')).top,
});

export const unpause = command('unpause', {
  also: both('unpause'),
  usage: 'CONTAINER [CONTAINER...]',
  text: 'Let frozen containers go on',
  args: '1+',
  complete: ['paused'],
  load: async () => (await import('../verbs/pause.ts')).unpause,
});

export const update = command('update', {
  also: both('update'),
  usage: '[OPTIONS] CONTAINER [CONTAINER...]',
  text: 'Change limits and restart policy of containers',
  args: '1+',
  complete: ['container'],
  flags: flags(`
    !--blkio-weight uint16 =0  Share of block I/O, 10 to 1000
    --cpu-period int  Period of the CPU quota, in microseconds
    --cpu-quota int  CPU time in a period, in microseconds
    !--cpu-rt-period int  Real-time period, in microseconds
    !--cpu-rt-runtime int  Real-time share, in microseconds
    !-c --cpu-shares int  Relative share of the CPUs
    --cpus decimal  Number of CPUs
    !--cpuset-cpus string  CPUs to run on (0-3, 0,1)
    !--cpuset-mems string  Memory nodes to use (0-3, 0,1)
    -m --memory bytes  Limit on memory
    --memory-reservation bytes  Soft limit on memory
    --memory-swap bytes  Limit on memory and swap together
    --pids-limit int  Limit on processes, -1 for none
    --restart string  What to do when it exits
  `),
  load: async () => (await import('../verbs/update.ts')).update,
});

export const wait = command('wait', {
  also: both('wait'),
  usage: 'CONTAINER [CONTAINER...]',
  text: 'Wait until containers stop and print their exit codes',
  args: '1+',
  complete: ['running'],
  load: async () => (await import('../verbs/wait.ts')).wait,
});

export const container = command('container', {
  text: 'Containers',
  group: 'management',
  children: [
    attach,
    commit,
    cp,
    create,
    diff,
    exec,
    exportTar,
    inspect,
    kill,
    logs,
    ls,
    pause,
    port,
    prune,
    rename,
    restart,
    rm,
    run,
    start,
    stats,
    stop,
    top,
    unpause,
    update,
    wait,
  ],
});
