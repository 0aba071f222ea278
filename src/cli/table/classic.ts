/** `docker build` with DOCKER_BUILDKIT=0: the classic builder, which has flags of its own. */
import { command, flags } from './define.ts';

/** What is said before everything else, wrong usage included. */
export const DEPRECATION = `DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            BuildKit is currently disabled; enable it by removing the DOCKER_BUILDKIT=0
            environment-variable.

`;

export const classicBuild = command('build', {
  also: ['docker image build', 'docker build', 'docker builder build'],
  usage: '[OPTIONS] PATH | URL | -',
  text: 'Build an image from a Dockerfile',
  args: '1',
  complete: ['file', 'none'],
  flags: flags(`
    !--add-host list  Extra line for /etc/hosts (HOST:IP)
    --build-arg list  Value of an ARG: NAME=VALUE, or NAME to pass on
    !--cache-from strings  Image to read the cache from
    !--cgroup-parent string  Cgroup of RUN instructions
    !--compress  Compress the context
    !--cpu-period int  Period of the CPU quota
    !--cpu-quota int  CPU time in a period
    !-c --cpu-shares int  Relative share of the CPUs
    !--cpuset-cpus string  CPUs to run on
    !--cpuset-mems string  Memory nodes to use
    !--disable-content-trust =true  Skip signature checks
    -f --file string  Dockerfile, in place of PATH/Dockerfile
    --force-rm  Remove intermediate containers always
    --iidfile string  File to write the image's ID to
    !--isolation string  Isolation technology
    --label list  Label to set: NAME=VALUE
    !-m --memory bytes  Limit on memory
    !--memory-swap bytes  Limit on memory and swap together
    --network string ="default"  Network of RUN instructions: default or none
    --no-cache  Run all steps
    --platform string  Platform to build for
    --pull  Ask the registry for newer base images
    -q --quiet  Print only the image's ID
    --rm =true  Remove intermediate containers
    !--security-opt strings  Security option
    !--shm-size bytes  Size of /dev/shm
    !~--squash  Make one layer of all
    -t --tag list  Name of the image: NAME[:TAG]
    --target string  Stage to build
    !--ulimit ulimit =[]  Limit of a resource
  `),
  load: async () => (await import('../verbs/build-classic.ts')).buildClassic,
});
