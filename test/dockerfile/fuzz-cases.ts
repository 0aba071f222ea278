/**
 * Random Dockerfiles and edits of them, for `fuzz.ts`.
 *
 * Most are valid; what RUN does is of the kind that both engines' programs do alike.
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables
import type { Random } from './fuzz-random.ts';

export interface FuzzFile {
  readonly lines: string[];
  readonly args: string[];
}

const PLACES = [
  ...['/w', '/w/', '/opt/q', '/opt/q/', '.', './', 'rel', 'rel/', '/', '/etc/x', '/w/deep/er', '/w/deep/er/'],
  ...['$DIR', '${DIR}/', '/w/a.txt', '/usr/local/bin/', '/new file', '/var/run/x', '/lib/y/'],
];
const WORDS = [
  ...[
    'plain',
    '"quo ted"',
    "'single $A'",
    '$A',
    '${A}',
    '${A:-def}',
    '${B:+alt}',
    '${N:-$A}',
    'x\\ y',
    '"a\\"b"',
  ],
  ...[
    '${A#on}',
    '${A%e}',
    '${A/o/0}',
    '\\$A',
    '"$A-${B}"',
    '${NONE}',
    "''",
    '"\\\\"',
    '${A:-"q r"}',
    '$$',
    'é',
  ],
];
const COMMANDS = [
  'mkdir -p /w && echo one > /w/one',
  'mkdir -p /opt/q && echo $A > /opt/q/a',
  'echo hello',
  'echo err >&2',
  'rm -rf /opt/q /w/one',
  'mkdir -p /w/deep/er && ln -sf ../one /w/deep/link && chmod 700 /w/deep',
  'echo "$A-$B-$V"',
  'mkdir -p /srv/s && chown guest:users /srv/s && chmod 1777 /srv/s',
  'test -e /w/a.txt && cat /w/a.txt || echo none',
  'pwd; id -u',
  'mkdir -p /w && cp -r /w /srv/copy && mv /srv/copy /srv/moved',
  'rm -rf /media && mkdir /media && echo m > /media/m',
  'mkdir -p /w && echo l > /w/l1 && ln /w/l1 /w/l2 && ln -f /w/l1 /etc/l3',
  'exit 0',
  'echo $TARGETPLATFORM $TARGETARCH $TARGETSTAGE $HTTP_PROXY $GLOBAL $A $B $C; hostname',
  'mkfifo /srv/pipe; true',
  'chmod -R go-rwx /opt',
];
const SIGNALS = ['SIGTERM', '9', 'KILL', '$SIG', 'RTMIN+1'];
const USERS = ['root', 'guest', '1000', '1000:1000', 'guest:nogroup', '0'];
const OWNERS = ['guest', '7:8', '1000', 'nobody:users', 'root', '$OWN'];
const MODES = ['755', '0600', '4755', 'u=rwX,go=rX', 'a+x', 'go-r'];

const BUILD_ARGS = [
  ...['GLOBAL=cli', 'A=cliA', 'UNUSED=1', 'HTTP_PROXY=http://proxy', 'TARGETARCH=none', 'BASE=scratch'],
  ...[
    'BUILDKIT_SANDBOX_HOSTNAME=box',
    'SOURCE_DATE_EPOCH=1500000000',
    'BUILDKIT_DOCKERFILE_CHECK=error=true',
  ],
];
const EXCLUDES = ['*.txt', 'd', 'x', '**/x', 'sub', '!x', '*', 'd/*', '.hidden', '**/*.sh', 'in', '$A'];

type Line = (random: Random, stage: Stage) => string;

interface Stage {
  readonly index: number;
  readonly scratch: boolean;
  readonly named: readonly string[];
  /** What there is to copy from the context. */
  readonly sources: readonly string[];
}

const copy: Line = (random, stage) => {
  const flags: string[] = [];
  if (random.chance(0.2)) flags.push(`--chown=${random.pick(OWNERS)}`);
  if (random.chance(0.2)) flags.push(`--chmod=${random.pick(MODES)}`);
  if (random.chance(0.15)) flags.push('--link');
  while (random.chance(0.15)) flags.push(`--exclude=${random.pick(EXCLUDES)}`);
  const isFrom = stage.named.length > 0 && random.chance(0.4);
  if (isFrom) flags.push(`--from=${random.pick(stage.named)}`);
  const inside = ['/w', '/opt', '/srv/s', '/w/*', '/w/one', '/w/deep', '/w/./', '/opt/', '/nope*'];
  const sources = isFrom ? random.some(inside, 1, 2) : random.some(stage.sources, 1, 2);
  let place = random.pick(PLACES);
  if (sources.length > 1 && !place.endsWith('/') && random.chance(0.9)) place = `${place}/`;
  const words = [...sources, place].map((word) => word.replaceAll('\\', ''));
  if (words.some((word) => word.includes(' '))) return `COPY ${[...flags, JSON.stringify(words)].join(' ')}`;
  return `COPY ${[...flags, ...sources, place].join(' ')}`;
};

const add: Line = (random, stage) => {
  const flags = random.chance(0.2) ? [`--chown=${random.pick(OWNERS)}`] : [];
  if (random.chance(0.2)) flags.push(`--unpack=${random.pick(['true', 'false'])}`);
  if (random.chance(0.1)) flags.push(`--exclude=${random.pick(EXCLUDES)}`);
  if (random.chance(0.15)) flags.push(`--chmod=${random.pick(['755', '0640'])}`);
  const wanted = ['ar.tar.gz', 'ar.tar', 'a.txt', 'd', '*.gz', 'd/x'];
  const sources = wanted.filter((name) => name === '*.gz' || stage.sources.includes(name));
  return [
    'ADD',
    ...flags,
    random.pick(sources),
    random.pick(['/w', '/w/', '/opt/q/', '.', '/un/packed/']),
  ].join(' ');
};

const mounts: Line = (random, stage) => {
  const from = stage.named.length > 0 ? `from=${random.pick(stage.named)},` : '';
  return random.pick([
    `RUN --mount=type=bind,${from}target=/m ls /m | sort | head -50 | grep -E '^(w|opt|srv|d|e|a.txt)$'; true`,
    `RUN --mount=type=bind,${from}source=/w,target=/m ls -a /m`,
    'RUN --mount=type=bind,source=d,target=/m,rw echo n > /m/new && ls -a /m',
    'RUN --mount=source=.,target=rel test -f rel/a.txt && cat rel/a.txt; mkdir -p /w; echo r >> /w/one',
    'RUN --mount=type=cache,id=$CASE,target=/c/d echo 1 >> /c/d/f; cat /c/d/f | sort -u',
    'RUN --mount=type=cache,id=$CASE.2,target=/w,mode=0700,uid=5 stat -c "%a %u" /w 2>/dev/null; ls /w',
    'RUN --mount=type=tmpfs,target=/w touch /w/t && ls /w; ls -d /w',
    'RUN --mount=type=secret,id=none cat /run/secrets/none 2>/dev/null || echo no secret',
    'RUN --mount=type=secret,id=none,required=true true',
    'RUN --network=none echo alone',
    'RUN --mount=type=bind,source=run.sh,target=/w/deep/file sh -c "cat /w/deep/file | wc -l"',
    'RUN --mount=type=bind,source=nope,target=/m ls /m',
  ]);
};

const run: Line = (random, stage) => {
  if (random.chance(0.2)) return mounts(random, stage);
  const command = random.pick(COMMANDS);
  if (random.chance(0.12)) return `RUN ["/bin/sh", "-c", ${JSON.stringify(command)}]`;
  if (random.chance(0.12)) return `RUN <<EOF\n${command}\necho end\nEOF`;
  if (random.chance(0.06)) return `RUN <<EOF\n#!/bin/sh\n${command}\nEOF`;
  if (random.chance(0.05)) return `RUN cat <<A > /srv/h && cat <<"B"\nfirst $A\nA\nsecond $A\nB`;
  if (random.chance(0.06)) return `RUN --mount=type=bind,source=d,target=/mnt ls /mnt; ${command}`;
  if (random.chance(0.05)) return `RUN --mount=type=cache,target=/c echo 1 >> /c/f; ${command}`;
  if (random.chance(0.05)) return `RUN --mount=type=tmpfs,target=/media touch /media/t; pwd`;
  if (random.chance(0.08)) return `RUN ${command.replace(' && ', ' && \\\n    ')}`;
  return `RUN ${command}`;
};

const metadata: Line = (random) => {
  const word = (): string => random.pick(WORDS);
  return random.pick([
    () => `ENV A=${word()} B=${word()}`,
    () => `ENV C ${word()} ${word()}`,
    () => `ENV A=$A$A`,
    () => `ARG V=${word()}`,
    () => 'ARG V',
    () => 'ARG GLOBAL',
    () =>
      `ARG ${random.pick(['TARGETPLATFORM', 'TARGETARCH', 'BUILDPLATFORM', 'TARGETSTAGE', 'BUILDOS=x', 'HTTP_PROXY'])}`,
    () => 'ENV T=$TARGETOS-${TARGETARCH:-none}-$GLOBAL-$HTTP_PROXY',
    () => 'ARG GLOBAL=again$GLOBAL',
    () => 'ARG A B=$A C=${B}c',
    () => `LABEL k${random.below(3)}=${word()} "k two"=${word()}`,
    () => `LABEL old ${word()}`,
    () => `EXPOSE ${random.pick(['80', '443/tcp', '53/udp 80', '100-102', '$PORT'])}`,
    () => `VOLUME ${random.pick(['/data', '["/a","/b c"]', '/x /y', '$DIR'])}`,
    () => `CMD ${random.pick(['["a","b"]', 'a b $A', '[]', '[ "x" ]', 'echo "q"', "['bad']"])}`,
    () => `ENTRYPOINT ${random.pick(['["e"]', 'e $A', '[]'])}`,
    () => `STOPSIGNAL ${random.pick(SIGNALS)}`,
    () => `HEALTHCHECK ${random.pick(['NONE', 'CMD true', '--interval=5s --retries=2 CMD ["x"]'])}`,
    () => `SHELL ${random.pick(['["/bin/sh","-c"]', '["/bin/sh","-ec"]'])}`,
    () => `MAINTAINER ${word()}`,
    () => `ONBUILD ${random.pick(['RUN echo trigger', 'COPY a.txt /trig', 'ENV ON=1'])}`,
    () => `USER ${random.pick(USERS)}`,
    () =>
      `WORKDIR ${random.pick(['/w', 'rel', '/opt/q/../z', '$DIR', '/', '/w/"q"', '/a//b/', '..', './x/'])}`,
    () => `WORKDIR ${random.pick(['/w', 'rel', '/made/here'])}`,
    () => `COPY <<EOF ${random.pick(['/w/doc', '/w/', '/doc'])}\nhas $A and \${B:-b}\nEOF`,
    () => `COPY <<"EOF" <<-TWO /w/\nraw $A\nEOF\n\tchomped\nTWO`,
    () => '# a comment',
    () => '',
  ])();
};

export function makeFile(random: Random, sources: readonly string[]): FuzzFile {
  const lines: string[] = [];
  if (random.chance(0.1)) lines.push('ARG GLOBAL=glob', 'ARG BASE=alpine');
  const hasBase = lines.includes('ARG BASE=alpine');
  const named: string[] = [];
  const count = 1 + random.below(3);
  for (let index = 0; index < count; index++) {
    const bases = [
      'alpine',
      'alpine',
      'alpine',
      'scratch',
      ...(hasBase ? ['$BASE'] : []),
      ...named.filter(isName),
    ];
    const base = random.pick(bases);
    const name = random.chance(0.7) ? ` AS st${index}` : '';
    lines.push(`FROM ${base}${name}`);
    const stage = { index, scratch: base === 'scratch', named: [...named], sources };
    if (random.chance(0.6)) lines.push('ENV A=one DIR=/dir PORT=8080 SIG=QUIT OWN=9:9');
    lines.push(...makeLines(random, stage));
    named.push(name ? `st${index}` : String(index));
  }
  return { lines, args: makeArgs(random) };
}

const isName = (name: string): boolean => name.startsWith('st');

function makeLines(random: Random, stage: Stage): string[] {
  return Array.from({ length: 1 + random.below(6) }, () => makeLine(random, stage));
}

function makeLine(random: Random, stage: Stage): string {
  const kind = random.below(10);
  if (kind < 3) return copy(random, stage);
  if (kind < 4) return add(random, stage);
  if (kind < 7 && !stage.scratch) return run(random, stage);
  return metadata(random, stage);
}

function makeArgs(random: Random): string[] {
  const args: string[] = [];
  if (random.chance(0.2)) args.push('--build-arg', `V=${random.pick(['cli', '', 'a b'])}`);
  if (random.chance(0.1)) args.push('--target', random.pick(['st0', 'st1', 'ST0', 'nope']));
  if (random.chance(0.08)) args.push('--label', 'cli=1');
  for (const pair of BUILD_ARGS) if (random.chance(0.06)) args.push('--build-arg', pair);
  if (random.chance(0.05)) args.push('--no-cache');
  return args;
}

/** Changes an instruction, adds one, takes one away, or changes the flags. */
export function editFile(random: Random, { lines, args }: FuzzFile, sources: readonly string[]): FuzzFile {
  const at = 1 + random.below(Math.max(1, lines.length - 1));
  const stage = { index: 0, scratch: false, named: [], sources };
  const edited = [...lines];
  const act = random.below(5);
  if (act === 0) edited.splice(at, 0, makeLine(random, stage));
  else if (act === 1 && edited[at] && !/^FROM|^ARG/.test(edited[at])) edited.splice(at, 1);
  else if (act === 2 && edited[at] && !/^FROM|^ARG/.test(edited[at])) edited[at] = makeLine(random, stage);
  return { lines: edited, args: act === 3 ? makeArgs(random) : args };
}
