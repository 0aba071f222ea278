/** `docker image …`, and the same commands directly under `docker`. */
import { build, withClassic } from './build.ts';
import { FORMAT } from './container.ts';
import { command, flags } from './define.ts';

export const history = command('history', {
  also: ['docker image history', 'docker history'],
  usage: '[OPTIONS] IMAGE',
  text: 'Show how an image was made',
  args: '1',
  complete: ['image', 'none'],
  flags: flags(`
    ${FORMAT}
    -H --human =true  Print sizes and dates for people
    --no-trunc  Do not shorten anything
    --platform string  Platform to show: OS[/ARCH[/VARIANT]]
    -q --quiet  Print IDs only
  `),
  load: async () => (await import('../verbs/history.ts')).history,
});

export const importTar = command('import', {
  also: ['docker image import', 'docker import'],
  usage: '[OPTIONS] file|URL|- [REPOSITORY[:TAG]]',
  text: 'Make an image of the files in a tar',
  args: '1+',
  complete: ['file', 'none'],
  flags: flags(`
    -c --change list  Dockerfile instruction to apply
    -m --message string  Comment to note in the image
    --platform string  Platform of the image
  `),
  load: async () => (await import('../verbs/load.ts')).importTar,
});

const inspect = command('inspect', {
  usage: '[OPTIONS] IMAGE [IMAGE...]',
  text: 'Show all about images',
  args: '1+',
  complete: ['image'],
  flags: flags(`
    -f --format string  How to print: json, or a Go TEMPLATE
    --platform string  Platform to show: OS[/ARCH[/VARIANT]]
  `),
  load: async () => (await import('../verbs/inspect.ts')).inspectImages,
});

export const load = command('load', {
  also: ['docker image load', 'docker load'],
  usage: '[OPTIONS]',
  text: 'Load images from a tar',
  args: '0',
  flags: flags(`
    -i --input string  File to read, in place of standard input
    --platform string  Platform to load: OS[/ARCH[/VARIANT]]
    -q --quiet  Do not report progress
  `),
  load: async () => (await import('../verbs/load.ts')).load,
});

export const ls = command('ls', {
  aliases: ['list'],
  also: ['docker image ls', 'docker image list', 'docker images'],
  usage: '[OPTIONS] [REPOSITORY[:TAG]]',
  text: 'List images',
  args: '0-1',
  complete: ['image', 'none'],
  flags: flags(`
    -a --all  Show intermediate images too
    --digests  Show digests
    -f --filter filter  Keep what matches NAME=VALUE
    ${FORMAT}
    --no-trunc  Do not shorten anything
    -q --quiet  Print IDs only
    !--tree  List platforms as a tree
  `),
  load: async () => (await import('../verbs/images.ts')).images,
});

const prune = command('prune', {
  usage: '[OPTIONS]',
  text: 'Remove images that nothing uses',
  args: '0',
  flags: flags(`
    -a --all  Also those with a name, where no container uses them
    --filter filter  Keep to what matches NAME=VALUE
    -f --force  Do not ask
  `),
  load: async () => (await import('../verbs/prune.ts')).pruneImages,
});

export const pull = command('pull', {
  also: ['docker image pull', 'docker pull'],
  usage: '[OPTIONS] NAME[:TAG|@DIGEST]',
  text: 'Fetch an image from a registry',
  args: '1',
  complete: ['image', 'none'],
  flags: flags(`
    -a --all-tags  All tags of the repository
    !--disable-content-trust =true  Skip signature checks
    --platform string  Platform of the image
    -q --quiet  Print only the name
  `),
  load: async () => (await import('../verbs/pull.ts')).pull,
});

export const push = command('push', {
  also: ['docker image push', 'docker push'],
  usage: '[OPTIONS] NAME[:TAG]',
  text: 'Send an image to a registry',
  args: '1',
  complete: ['image', 'none'],
  flags: flags(`
    -a --all-tags  All tags of the repository
    !--disable-content-trust =true  Skip signing
    --platform string  Platform to send
    -q --quiet  Print only the name
  `),
  load: async () => (await import('../verbs/push.ts')).push,
});

export const rm = command('rm', {
  aliases: ['remove'],
  also: ['docker image rm', 'docker image remove', 'docker rmi'],
  usage: '[OPTIONS] IMAGE [IMAGE...]',
  text: 'Remove images',
  args: '1+',
  complete: ['image'],
  flags: flags(`
    -f --force  Remove it although something uses it
    --no-prune  Keep untagged parents
    --platform strings  Platform to remove: OS[/ARCH[/VARIANT]]
  `),
  load: async () => (await import('../verbs/rmi.ts')).rmi,
});

export const save = command('save', {
  also: ['docker image save', 'docker save'],
  usage: '[OPTIONS] IMAGE [IMAGE...]',
  text: 'Write images to a tar',
  args: '1+',
  complete: ['image'],
  flags: flags(`
    -o --output string  File to write to, in place of standard output
    --platform string  Platform to save: OS[/ARCH[/VARIANT]]
  `),
  load: async () => (await import('../verbs/save.ts')).save,
});

export const tag = command('tag', {
  also: ['docker image tag', 'docker tag'],
  usage: 'SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]',
  text: 'Give an image a further name',
  args: '2',
  complete: ['image'],
  load: async () => (await import('../verbs/tag.ts')).tag,
});

export const image = command('image', {
  text: 'Images',
  group: 'management',
  children: [withClassic(build), history, importTar, inspect, load, ls, prune, pull, push, rm, save, tag],
});
