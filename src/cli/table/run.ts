/**
 * Flags of `docker run`, `create` and `exec`.
 *
 * `run` and `create` share all that describes the container. What Strata's kernel has no counterpart
 * for (devices, weights, capabilities, published ports) is refused, never ignored.
 */
import { command, flags } from './define.ts';

const container = `
  --add-host list  Extra line for /etc/hosts (HOST:IP)
  !--annotation map =map[]  Annotation handed to the OCI runtime
  -a --attach list  Streams to attach: STDIN, STDOUT, STDERR
  !--blkio-weight uint16 =0  Share of block I/O, 10 to 1000
  !--blkio-weight-device list =[]  Share of a device's block I/O
  !--cap-add list  Capability to add
  !--cap-drop list  Capability to take away
  !--cgroup-parent string  Cgroup to put the container under
  !--cgroupns string  Cgroup namespace: host or private
  --cidfile string  File to write the container's ID to
  --cpu-period int  Period of the CPU quota, in microseconds
  --cpu-quota int  CPU time in a period, in microseconds
  !--cpu-rt-period int  Real-time period, in microseconds
  !--cpu-rt-runtime int  Real-time share, in microseconds
  !-c --cpu-shares int  Relative share of the CPUs
  --cpus decimal  Number of CPUs
  !--cpuset-cpus string  CPUs to run on (0-3, 0,1)
  !--cpuset-mems string  Memory nodes to use (0-3, 0,1)
  !--device list  Device of the host to add
  !--device-cgroup-rule list  Rule for the devices cgroup
  !--device-read-bps list =[]  Limit on bytes read per second
  !--device-read-iops list =[]  Limit on reads per second
  !--device-write-bps list =[]  Limit on bytes written per second
  !--device-write-iops list =[]  Limit on writes per second
  !--disable-content-trust =true  Skip signature checks
  --dns list  DNS server
  ~--dns-opt list  Option of the resolver
  --dns-option list  Option of the resolver
  --dns-search list  Domain to search in
  --domainname string  NIS domain name
  --entrypoint string  Program to use in place of the image's ENTRYPOINT
  -e --env list  Variable to set: NAME=VALUE, or NAME to pass on
  --env-file list  File of variables, one a line
  --expose list  Port to note as exposed
  !--gpus gpu-request  GPUs for the container
  --group-add list  Further group to be in
  !--health-cmd string  Command that checks health
  !--health-interval duration =0s  Time between checks
  !--health-retries int  Failed checks in a row that mean unhealthy
  !--health-start-interval duration =0s  Time between checks while starting
  !--health-start-period duration =0s  Time that starting may take
  !--health-timeout duration =0s  Time that a check may take
  --help  Show this text
  -h --hostname string  Host name in the container
  --init  Put a small init at PID 1
  -i --interactive  Keep standard input open
  !--ip string  IPv4 address
  !--ip6 string  IPv6 address
  !--ipc string  IPC namespace
  !--isolation string  Isolation technology
  !--kernel-memory bytes  Limit on kernel memory
  -l --label list  Label to set: NAME=VALUE
  --label-file list  File of labels, one a line
  !--link list  Container to link to
  !--link-local-ip list  Link-local address
  --log-driver string  Where logs go
  --log-opt list  Option of the log driver
  !--mac-address string  MAC address
  -m --memory bytes  Limit on memory
  --memory-reservation bytes  Soft limit on memory
  --memory-swap bytes  Limit on memory and swap together
  --memory-swappiness int =-1  Readiness to swap, 0 to 100
  --mount mount  Mount: type=bind|volume|tmpfs,source=…,target=…
  --name string  Name of the container
  !~--net network  Network to be in
  --network network  Network to be in: bridge or none
  !~--net-alias list  Further name in the network
  !--network-alias list  Further name in the network
  --no-healthcheck  Leave out the image's HEALTHCHECK
  --oom-kill-disable  Spare the container when memory is short
  !--oom-score-adj int  Preference when memory is short
  !--pid string  PID namespace
  --pids-limit int  Limit on processes, -1 for none
  --platform string  Platform of the image
  !--privileged  Give all privileges
  !-p --publish list  Port of the host that leads to one of the container
  !-P --publish-all  Publish all exposed ports
  --pull string ="missing"  When to pull the image: always, missing, never
  -q --quiet  Do not show the pull
  --read-only  Mount the root file system read-only
  --restart string ="no"  What to do when it exits: no, always, on-failure[:N], unless-stopped
  --rm  Remove the container and its anonymous volumes when it exits
  !--runtime string  OCI runtime
  !--security-opt list  Security option
  --shm-size bytes  Size of /dev/shm
  --stop-signal string  Signal that asks it to stop
  --stop-timeout int  Seconds to wait before it is killed
  !--storage-opt list  Option of the storage driver
  !--sysctl map =map[]  Kernel parameter
  --tmpfs list  Directory to mount a tmpfs on
  -t --tty  Give it a terminal
  --ulimit ulimit =[]  Limit of a resource
  !--use-api-socket  Mount the engine's socket
  -u --user string  User, and group: NAME|UID[:GROUP|GID]
  !--userns string  User namespace
  !--uts string  UTS namespace
  -v --volume list  Volume or directory to mount: SOURCE:TARGET[:ro]
  --volume-driver string  Driver for its volumes
  --volumes-from list  Container whose volumes to mount
  -w --workdir string  Directory to start in
`;

export const run = command('run', {
  also: ['docker container run', 'docker run'],
  usage: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  text: 'Make a container from an image and run it',
  args: '1+',
  stopAtFirst: true,
  complete: ['image', 'none'],
  flags: flags(`${container}
    -d --detach  Leave it running in the background and print its ID
    --detach-keys string  Keys that detach from it
    --sig-proxy =true  Pass signals on to it
  `),
  load: async () => (await import('../verbs/run.ts')).run,
});

export const create = command('create', {
  also: ['docker container create', 'docker create'],
  usage: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  text: 'Make a container without starting it',
  args: '1+',
  stopAtFirst: true,
  complete: ['image', 'none'],
  flags: flags(container),
  load: async () => (await import('../verbs/create.ts')).create,
});

export const exec = command('exec', {
  also: ['docker container exec', 'docker exec'],
  usage: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  text: 'Run a command in a running container',
  args: '2+',
  stopAtFirst: true,
  complete: ['running', 'none'],
  flags: flags(`
    -d --detach  Leave it running in the background
    --detach-keys string  Keys that detach from it
    -e --env list  Variable to set: NAME=VALUE, or NAME to pass on
    --env-file list  File of variables, one a line
    -i --interactive  Keep standard input open
    !--privileged  Give all privileges
    -t --tty  Give it a terminal
    -u --user string  User, and group: NAME|UID[:GROUP|GID]
    -w --workdir string  Directory to start in
  `),
  load: async () => (await import('../verbs/exec.ts')).exec,
});
