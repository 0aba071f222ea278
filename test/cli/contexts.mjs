/**
 * Builds whose point is what reaches the engine: `setup` makes files in an empty folder (all get one
 * time afterwards), `build` are the arguments, `input` is what standard input is redirected from.
 *
 * Each is run by both clients, each on its engine: what they print and what the image then has must
 * be the same. The image is made by `COPY . /` over nothing. `ownIgnore`: our builder still shows a
 * `[internal] load .dockerignore` there, BuildKit none.
 */
import { spawnSync } from 'node:child_process';

const tree = `mkdir -p c/sub/deep c/node_modules/x; cd c; echo a>a; echo b>b.log; echo s>sub/s; echo d>sub/deep/d.log
echo n>node_modules/x/n; printf 'FROM scratch\\nCOPY . /\\n' >Dockerfile; cd ..`;
const ignoring = (lines, more = '') => `${tree}; printf '${lines}' > c/.dockerignore; ${more}`;

export const contexts = [
  { name: 'no ignore file', setup: tree, build: 'c' },
  { name: 'ignored', setup: ignoring('Dockerfile\\n.dockerignore\\nnode_modules\\n*.log\\n'), build: 'c' },
  { name: 'all but one folder', setup: ignoring('*\\n!sub\\n'), build: 'c' },
  { name: 'all but one deep file', setup: ignoring('*\\n!sub/deep/d.log\\n'), build: 'c' },
  { name: 'taken back and out again', setup: ignoring('sub\\n!sub/deep\\n**/*.log\\n'), build: 'c' },
  { name: 'comments and blanks', setup: ignoring('# a\\n\\n  a  \\n/b.log\\n./sub/\\n'), build: 'c' },
  { name: 'mark and carriage returns', setup: ignoring('\\357\\273\\277a\\r\\nb.log\\r\\n'), build: 'c' },
  { name: 'empty ignore file', setup: ignoring(''), build: 'c' },
  { name: 'ignore file that is a folder', setup: `${tree}; mkdir c/.dockerignore`, build: 'c' },
  {
    name: 'ignore file that is a link',
    setup: `${tree}; echo a > c/ig; ln -s ig c/.dockerignore`,
    build: 'c',
  },
  { name: 'ignore file outside', setup: `${tree}; echo a > ig; ln -s ../ig c/.dockerignore`, build: 'c' },
  {
    name: "the Dockerfile's own ignore file",
    setup: ignoring('**/*.log\\n', 'echo a > c/Dockerfile.dockerignore'),
    ownIgnore: true,
    build: 'c',
  },
  {
    name: 'Dockerfile in an ignored folder',
    setup: ignoring('sub\\n', 'mv c/Dockerfile c/sub'),
    build: '-f c/sub/Dockerfile c',
  },
  {
    name: 'own ignore file in an ignored folder',
    setup: ignoring('sub\\n', 'mv c/Dockerfile c/sub; echo b.log > c/sub/Dockerfile.dockerignore'),
    ownIgnore: true,
    build: '-f c/sub/Dockerfile c',
  },
  {
    name: 'Dockerfile that is a link',
    setup: `${tree}; mv c/Dockerfile c/sub/DF; ln -s sub/DF c/Dockerfile`,
    build: 'c',
  },
  {
    name: 'Dockerfile that leads out',
    setup: `${tree}; mv c/Dockerfile DF; ln -s ../DF c/Dockerfile`,
    build: 'c',
  },
  {
    name: 'Dockerfile through a linked folder',
    setup: `${tree}; mkdir o; mv c/Dockerfile o; ln -s ../o c/l`,
    build: '-f c/l/Dockerfile c',
  },
  { name: 'context that is a link', setup: `${tree}; ln -s c l`, build: 'l' },
  { name: 'Dockerfile outside', setup: ignoring('b.log\\n', 'mv c/Dockerfile DF'), build: '-f DF c' },
  {
    name: 'Dockerfile outside with its ignore file',
    setup: ignoring('b.log\\n', 'mv c/Dockerfile DF; echo a > DF.dockerignore'),
    ownIgnore: true,
    build: '-f DF c',
  },
  {
    name: 'Dockerfile from standard input',
    setup: ignoring('b.log\\n'),
    build: '-f - c',
    input: 'c/Dockerfile',
  },
  { name: 'Dockerfile only', setup: tree, build: '-', input: 'c/Dockerfile' },
  { name: 'Dockerfile twice', setup: tree, build: '-f c/Dockerfile -', input: 'c/Dockerfile' },
  { name: 'standard input twice', setup: tree, build: '-f - -', input: 'c/Dockerfile' },
  { name: 'empty Dockerfile from standard input', setup: tree, build: '-f - c', input: '/dev/null' },
  { name: 'lower case', setup: `${tree}; mv c/Dockerfile c/dockerfile`, build: 'c' },
  {
    name: 'lower case asked for in upper',
    setup: `${tree}; mv c/Dockerfile c/dockerfile`,
    build: '-f c/Dockerfile c',
  },
  { name: 'no Dockerfile', setup: `${tree}; rm c/Dockerfile`, build: 'c' },
  { name: 'no such Dockerfile', setup: tree, build: '-f nope c' },
  { name: 'no such folder of a Dockerfile', setup: tree, build: '-f nope/Dockerfile c' },
  { name: 'a file for a folder of a Dockerfile', setup: tree, build: '-f c/a/Dockerfile c' },
  { name: 'a Dockerfile that is a folder', setup: `${tree}; mkdir c/D`, build: '-q -f c/D c' },
  { name: 'a Dockerfile that is this folder', setup: tree, build: '-q -f . c' },
  {
    name: 'another Dockerfile',
    setup: `${tree}; echo 'FROM scratch\nCOPY sub /' > c/Other.df`,
    build: '-f c/Other.df c',
  },
  { name: 'no context', setup: tree, build: 'nope' },
  { name: 'a context that is a file', setup: tree, build: 'c/a' },
  { name: 'empty context', setup: tree, build: '""' },
  { name: 'doubled slashes', setup: tree, build: '-f c//Dockerfile ./c//' },
  { name: 'bad pattern', setup: ignoring('[\\n'), build: '-q c' },
  { name: 'empty exception', setup: ignoring('!\\n'), build: '-q c' },
  {
    name: 'copy of what is ignored',
    setup: ignoring('node_modules\\n', "printf 'FROM scratch\\nCOPY node_modules /\\n' > c/Dockerfile"),
    build: '-q c',
  },
  {
    name: 'kinds and modes',
    setup: `${tree}; cd c; mkdir empty; ln a hard; ln a sub/hard; ln -s a link; ln -s /etc/passwd abs; ln -s nope broken
ln -s sub dirlink; ln -s .. up; mkfifo fifo; chmod 4755 b.log; chmod 1777 empty; chmod 0 sub/s; chown 1000:1000 a
mkdir 'é ü'; echo u > 'é ü/日本'; echo l > ${'a'.repeat(120)}; ln -s ${'b/'.repeat(60)}x longlink; head -c 200000 /dev/zero > big`,
    build: 'c',
  },
  {
    name: 'hard link to what is ignored',
    setup: ignoring('a\\n', 'ln c/a c/hard; ln c/a c/hard2'),
    build: 'c',
  },
];

/** Makes a case's files below `folder`. */
export function prepare({ setup }, folder) {
  const script = `${setup}\ncd ${folder}; find . -exec touch -hd @1500000000 {} +`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder });
  if (status !== 0) throw new Error(stderr.toString());
}

/** What a container's exported file system lists, less what the engine puts into every container. */
export function listTar(bytes) {
  const options = ['-tv', '--numeric-owner', '--full-time', '--quoting-style=literal', '-f', '-'];
  const { stdout } = spawnSync('tar', options, {
    input: bytes,
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' },
  });
  return (
    stdout
      .toString()
      .split('\n')
      .filter(
        (line) =>
          line !== '' && !/ (dev|etc|proc|sys)\/| \.dockerenv$/.test(line.replace(/ (->|link to) .*/, '')),
      )
      .map((line) => line.replace(/ +/g, ' '))
      // BuildKit's copy of a context outlasts a build, and changes in it change its folders' times.
      .map((line) => line.replace(/^(d.*) \d{4}-\d\d-\d\d \d\d:\d\d:\d\d /, '$1 '))
      .sort()
  );
}

/** What two runs may differ in: times, ids, bytes sent, the cache. */
export function plainly(text) {
  return text
    .replace(/sha256:[0-9a-f]{64}/g, '<id>')
    .replace(/ref [0-9a-f-]{36}::\w+/g, 'ref <ref>')
    .replace(/buildkit-mount\d+/g, 'buildkit-mount<n>')
    .replace(/( \d+\.\ds)? done$/gm, ' done')
    .replace(/^(#\d+) (DONE \d+\.\ds|CACHED)$/gm, '$1 DONE')
    .replace(/^(#\d+ transferring \w+:)( [\d.]+k?M?B)?( done)?\n/gm, '')
    .replace(/^(#\d+ \w+ing [^\n]*)\n\1 done$/gm, '$1 done');
}
