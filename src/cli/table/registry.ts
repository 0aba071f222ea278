/** What goes to registries: `docker login`, `logout`, `search`, `manifest`. */
import { command, flags } from './define.ts';

export const login = command('login', {
  usage: '[OPTIONS] [SERVER]',
  text: 'Sign in to a registry; to Docker Hub where none is named',
  args: '0-1',
  flags: flags(`
    -p --password string  Password or access token
    --password-stdin  Read the password from standard input
    -u --username string  Username
  `),
  load: async () => (await import('../verbs/login.ts')).login,
});

export const logout = command('logout', {
  usage: '[SERVER]',
  text: 'Sign out of a registry',
  args: '0-1',
  load: async () => (await import('../verbs/logout.ts')).logout,
});

export const search = command('search', {
  usage: '[OPTIONS] TERM',
  text: 'Search Docker Hub: here the images that Strata ships',
  args: '1',
  flags: flags(`
    -f --filter filter  Keep what matches NAME=VALUE
    --format string  How to print: a Go TEMPLATE
    --limit int  How many to show at most
    --no-trunc  Do not shorten anything
  `),
  load: async () => (await import('../verbs/search.ts')).search,
});

const inspect = command('inspect', {
  usage: '[OPTIONS] [MANIFEST_LIST] MANIFEST',
  text: 'Show a manifest, or a list of them, as the registry has it',
  args: '1-2',
  flags: flags(`
    --insecure  Also take a registry without TLS
    -v --verbose  Add descriptors, platforms and the raw text
  `),
  load: async () => (await import('../verbs/manifest.ts')).inspectManifest,
});

/** Lists are made of images of several platforms; Strata builds for one. */
const absent = (name: string, usage: string, text: string): ReturnType<typeof command> =>
  command(name, { usage, text, stopAtFirst: true });

export const manifest = command('manifest', {
  text: 'Manifests and manifest lists',
  group: 'management',
  children: [
    absent('annotate', '[OPTIONS] MANIFEST_LIST MANIFEST', 'Say more of an entry of a local manifest list'),
    absent('create', 'MANIFEST_LIST MANIFEST [MANIFEST...]', 'Make a local manifest list'),
    inspect,
    absent('push', '[OPTIONS] MANIFEST_LIST', 'Send a manifest list to a registry'),
    absent('rm', 'MANIFEST_LIST [MANIFEST_LIST...]', 'Remove local manifest lists'),
  ],
});
