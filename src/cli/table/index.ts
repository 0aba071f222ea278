/** The root of the command table: `docker` itself. */
import type { Command } from '../command.ts';
import { build, builder, buildx, withClassic } from './build.ts';
import * as container from './container.ts';
import { command, flags, named } from './define.ts';
import * as image from './image.ts';
import { network } from './network.ts';
import * as registry from './registry.ts';
import { create, exec, run } from './run.ts';
import { events, info, inspect, others, system, version, volume } from './system.ts';

export const docker: Command = command('docker', {
  usage: '[OPTIONS] COMMAND',
  text: 'Containers from images, images from Dockerfiles',
  stopAtFirst: true,
  flags: flags(`
    !--config string  Where the client's configuration is
    -c --context string  Context to use; there is only "default"
    -D --debug  Print more when something fails
    -H --host string  Engine to talk to
    -l --log-level string ="info"  What to log: debug, info, warn, error, fatal
    !--tls  Use TLS
    !--tlscacert string  Trust certificates that this CA signed
    !--tlscert string  Certificate of the client
    !--tlskey string  Key of the client
    !--tlsverify  Use TLS and check the engine's certificate
    -v --version  Print the client's version
  `),
  children: [
    named('run', run, 'common'),
    named('exec', exec, 'common'),
    named('ps', container.ls, 'common'),
    named('build', withClassic(build), 'common'),
    named('pull', image.pull, 'common'),
    named('push', image.push, 'common'),
    named('images', image.ls, 'common'),
    named('login', registry.login, 'common'),
    named('logout', registry.logout, 'common'),
    named('search', registry.search, 'common'),
    version,
    named('info', info, 'common'),
    builder,
    buildx,
    container.container,
    image.image,
    registry.manifest,
    network,
    system,
    volume,
    container.attach,
    container.commit,
    container.cp,
    create,
    container.diff,
    events,
    container.exportTar,
    image.history,
    image.importTar,
    inspect,
    container.kill,
    image.load,
    container.logs,
    container.pause,
    container.port,
    container.rename,
    container.restart,
    named('rm', container.rm),
    named('rmi', image.rm),
    image.save,
    container.start,
    container.stats,
    container.stop,
    image.tag,
    container.top,
    container.unpause,
    container.update,
    container.wait,
    ...others,
  ],
});
