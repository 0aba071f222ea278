/** `docker network …`. */
import { FORMAT, INSPECT_FORMAT } from './container.ts';
import { command, flags } from './define.ts';

const connect = command('connect', {
  usage: '[OPTIONS] NETWORK CONTAINER',
  text: 'Put a container into a network',
  args: '2',
  complete: ['network', 'container', 'none'],
  flags: flags(`
    --alias strings  Further name of the container in the network
    --driver-opt strings  Option of the driver
    --gw-priority int  Priority of its gateway as the default one
    --ip string  IPv4 address
    --ip6 string  IPv6 address
    --link list  Container to link to
    --link-local-ip strings  Link-local address
  `),
  load: async () => (await import('../verbs/network-change.ts')).connectNetwork,
});

const create = command('create', {
  usage: '[OPTIONS] NETWORK',
  text: 'Make a network',
  args: '1',
  flags: flags(`
    --attachable  Let containers be attached by hand
    !--aux-address map =map[]  Addresses that are taken
    !--config-from string  Network whose configuration to copy
    !--config-only  Make a configuration only
    -d --driver string ="bridge"  Driver of the network
    --gateway strings  Gateway of the subnet
    !--ingress  Make the routing mesh of a swarm
    --internal  Keep it from the outside
    --ip-range strings  Part of the subnet for containers
    !--ipam-driver string ="default"  Driver of addresses
    !--ipam-opt map =map[]  Option of the driver of addresses
    --ipv4 =true  Give IPv4 addresses
    --ipv6  Give IPv6 addresses
    --label list  Label to set: NAME=VALUE
    -o --opt map =map[]  Option of the driver
    --scope string  Scope of the network
    --subnet strings  Subnet in CIDR form
  `),
  load: async () => (await import('../verbs/network-change.ts')).createNetwork,
});

const disconnect = command('disconnect', {
  usage: '[OPTIONS] NETWORK CONTAINER',
  text: 'Take a container out of a network',
  args: '2',
  complete: ['network', 'container', 'none'],
  flags: flags('-f --force  Take it out by force'),
  load: async () => (await import('../verbs/network-change.ts')).disconnectNetwork,
});

const inspect = command('inspect', {
  usage: '[OPTIONS] NETWORK [NETWORK...]',
  text: 'Show all about networks',
  args: '1+',
  complete: ['network'],
  flags: flags(`
    ${INSPECT_FORMAT}
    -v --verbose  Show more
  `),
  load: async () => (await import('../verbs/inspect.ts')).inspectNetworks,
});

const ls = command('ls', {
  aliases: ['list'],
  also: ['docker network ls', 'docker network list'],
  usage: '[OPTIONS]',
  text: 'List networks',
  args: '0',
  flags: flags(`
    -f --filter filter  Keep what matches NAME=VALUE
    ${FORMAT}
    --no-trunc  Do not shorten anything
    -q --quiet  Print IDs only
  `),
  load: async () => (await import('../verbs/network.ts')).listNetworks,
});

const prune = command('prune', {
  usage: '[OPTIONS]',
  text: 'Remove networks that no container uses',
  args: '0',
  flags: flags(`
    --filter filter  Keep to what matches NAME=VALUE
    -f --force  Do not ask
  `),
  load: async () => (await import('../verbs/prune.ts')).pruneNetworks,
});

const rm = command('rm', {
  aliases: ['remove'],
  also: ['docker network rm', 'docker network remove'],
  usage: 'NETWORK [NETWORK...]',
  text: 'Remove networks',
  args: '1+',
  complete: ['network'],
  flags: flags('-f --force  Do not mind if it is not there'),
  load: async () => (await import('../verbs/network-change.ts')).removeNetworks,
});

export const network = command('network', {
  text: 'Networks',
  group: 'management',
  children: [connect, create, disconnect, inspect, ls, prune, rm],
});
