/** `docker build`, which is `docker buildx build` under four names, and its neighbours. */
import type { Command } from '../command.ts';
import { classicBuild } from './classic.ts';
import { FORMAT } from './container.ts';
import { command, flags } from './define.ts';

export const build = command('build', {
  also: ['docker build', 'docker builder build', 'docker image build', 'docker buildx b'],
  aliases: ['b'],
  path: 'docker buildx build',
  usage: '[OPTIONS] PATH | URL | -',
  text: 'Build an image from a Dockerfile',
  args: '1',
  complete: ['file', 'none'],
  flags: flags(`
    !--add-host strings  Extra line for /etc/hosts (HOST:IP)
    !--allow stringArray  Privilege to allow (network.host, security.insecure)
    !--annotation stringArray  Annotation of the image
    --attest stringArray  Attestation to add
    --build-arg stringArray  Value of an ARG: NAME=VALUE, or NAME to pass on
    !--build-context stringArray  Further context: NAME=PATH
    --builder string ="default"  Builder to use; there is only "default"
    !--cache-from stringArray  Cache to read from
    --cache-to stringArray  Cache to write to
    !--call string ="build"  What to do: build, check, outline, targets
    !--cgroup-parent string  Cgroup of RUN instructions
    !--check  Check the Dockerfile only
    ~--compress  Compress the context
    ~--cpu-period int  Period of the CPU quota
    ~--cpu-quota int  CPU time in a period
    ~-c --cpu-shares int  Relative share of the CPUs
    ~--cpuset-cpus string  CPUs to run on
    ~--cpuset-mems string  Memory nodes to use
    -D --debug  Print more when something fails
    -f --file string  Dockerfile, in place of PATH/Dockerfile
    ~--force-rm  Remove intermediate containers always
    --iidfile string  File to write the image's ID to
    ~--isolation string  Isolation technology
    --label stringArray  Label to set: NAME=VALUE
    --load  Put the result among the images, which is what happens anyway
    ~-m --memory string  Limit on memory
    ~--memory-swap string  Limit on memory and swap together
    !--metadata-file string  File to write the result's description to
    --network string ="default"  Network of RUN instructions: default or none
    --no-cache  Run all steps
    !--no-cache-filter stringArray  Stage whose steps to run
    -o --output stringArray  Where the result goes
    --platform stringArray  Platform to build for
    --progress string ="auto"  How to show progress: auto, none, plain, quiet, rawjson, tty
    --provenance string  Provenance attestation to add
    --pull  Ask the registry for newer base images
    --push  Send the result to a registry
    -q --quiet  Print only the image's ID
    ~--rm =true  Remove intermediate containers
    --sbom string  SBOM attestation to add
    !--secret stringArray  Secret that the build may read
    ~--security-opt strings  Security option
    !--shm-size bytes  Size of /dev/shm
    ~--squash  Make one layer of all
    !--ssh stringArray  SSH keys that the build may use
    -t --tag stringArray  Name of the image: NAME[:TAG]
    --target string  Stage to build
    !--ulimit ulimit =[]  Limit of a resource
  `),
  load: async () => (await import('../verbs/build.ts')).build,
});

const prune = command('prune', {
  path: 'docker buildx prune',
  text: 'Empty the build cache',
  args: '0',
  flags: flags(`
    -a --all  Also what is internal or a frontend's
    --builder string ="default"  Builder to use; there is only "default"
    -D --debug  Print more when something fails
    --filter filter  Keep to what matches NAME=VALUE
    -f --force  Do not ask
    !--max-used-space bytes  Space that the cache may take
    !--min-free-space bytes  Space to be free afterwards
    !--reserved-space bytes  Space to leave to the cache
    !--verbose  Print more
  `),
  load: async () => (await import('../verbs/prune.ts')).pruneBuilder,
});

const version = command('version', {
  path: 'docker buildx version',
  text: 'Show the version of buildx',
  args: '0!',
  flags: flags('-D --debug  Print more when something fails'),
  load: async () => (await import('../verbs/version.ts')).buildxVersion,
});

const ls = command('ls', {
  path: 'docker buildx ls',
  text: 'List builders',
  args: '0!',
  flags: flags(`
    -D --debug  Print more when something fails
    ${FORMAT.replace('string ', 'string ="table" ')}
    --no-trunc  Do not shorten anything
  `),
});

/** Builds by BuildKit unless that is turned off; `docker buildx build` knows nothing else. */
export function withClassic(original: Command): Command {
  return { ...original, classic: classicBuild };
}

const groupFlags = flags(`
  --builder string ="default"  Builder to use; there is only "default"
  -D --debug  Print more when something fails
`);

export const builder = command('builder', {
  usage: '[OPTIONS] COMMAND',
  text: 'Builds',
  path: 'docker buildx',
  group: 'management',
  flags: groupFlags,
  children: [withClassic(build), ls, prune, version],
});

export const buildx = command('buildx', {
  usage: '[OPTIONS] COMMAND',
  flags: groupFlags,
  text: 'Builds with BuildKit',
  group: 'management',
  children: [build, ls, prune, version],
});
