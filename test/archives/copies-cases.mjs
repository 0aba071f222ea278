/** The sessions: see copies.mjs for what a step is. `C` is the container's name, `CWD` the machine's folder. */
import { CONTAINER, PREFIX } from './copies.mjs';

/** @type {Record<string, {steps: string[], create?: string, running?: boolean}>} */
export const CASES = {};

function add(name, steps, more = {}) {
  const text = (line) => line.replaceAll('$C', CONTAINER).replaceAll('$P', PREFIX);
  if (CASES[name]) throw new Error(`two cases ${name}`);
  const { create, ...rest } = more;
  CASES[name] = { steps: steps.map(text), ...rest, ...(create ? { create: text(create) } : {}) };
}

// ---- out of a container: each source to each kind of target
const FROM = [
  'file',
  'dir',
  'dir/',
  'dir/.',
  'link',
  'link/',
  'dirlink',
  'dirlink/',
  'dirlink/.',
  'dangling',
  'missing',
  'file/',
  'file/.',
  'exec',
  'owned',
  'setuid',
  'hard1',
  'fifo',
  'null',
  'empty',
  'sp ace',
  'up',
  'escape',
  'loop',
  'dots',
  'abslink',
  'sticky',
  'own',
  'big',
  'missing/x',
  'file/x',
];
for (const source of FROM) {
  add(`cp out: ${source}`, [
    `docker cp '$C:/w/${source}' out`,
    'tree out',
    `docker cp '$C:/w/${source}' h/empty`,
    'tree h/empty',
  ]);
}
for (const source of [
  'link',
  'dirlink',
  'dangling',
  'abslink',
  'link2',
  'escape',
  'loop',
  'up',
  'dirlink/',
  'dirlink/.',
  'file',
  'dir',
]) {
  add(`cp out -L: ${source}`, [
    `docker cp -L $C:/w/${source} out`,
    'tree out',
    `docker cp -L $C:/w/${source} h/empty`,
    'tree h/empty',
  ]);
}
for (const target of [
  'h/file',
  'h/dir',
  'h/dir/',
  'h/dir/.',
  'h/link',
  'h/dirlink',
  'h/dangling',
  'h/missing/',
  'h/missing/x',
  'h/file/',
  'h/file/x',
  'h/loop',
  'h/fifo',
  '.',
  '/dev/null',
  'h/empty/new',
]) {
  add(`cp out, a file onto: ${target}`, [`docker cp $C:/w/file ${target}`, 'tree h']);
  add(`cp out, a folder onto: ${target}`, [`docker cp $C:/w/dir ${target}`, 'tree h']);
}
add('cp out, contents of a folder into a folder', ['docker cp $C:/w/dir/. h/dir', 'tree h/dir']);
add('cp out, contents of a folder onto a file', ['docker cp $C:/w/dir/. h/file', 'tree h/file']);
add('cp out, contents of a folder to a new name', ['docker cp $C:/w/dir/. new', 'tree new']);
add('cp out, a folder onto a file of its name within', [
  '! rm -r h/dir && echo x > h/dir',
  'docker cp $C:/w/dir h',
  'tree h/dir',
]);
add('cp out, a file onto a folder of its name within', [
  '! rm h/file && mkdir h/file',
  'docker cp $C:/w/file h',
  'tree h/file',
]);
add('cp out, the root', ['docker cp $C:/w/. all', 'tree all']);
add('cp out, hard links', [
  'docker cp $C:/w/hard1 one',
  'tree one',
  '! mkdir two',
  'docker cp $C:/w/. two',
  '! cd two && stat -c "%n %h" hard1 hard2',
]);
add('cp out, a relative path', [
  'docker cp $C:w/file out',
  'tree out',
  'docker cp $C:../w/./file out2',
  'tree out2',
  'docker cp $C: root',
  '! ls root/w',
]);
add('cp out to standard output', [
  'docker cp $C:/w/dir - > t',
  'list t',
  'docker cp $C:/w/file - > t',
  'list t',
  'docker cp $C:/w/dir/. - > t',
  'list t',
  'docker cp $C:/w/link - > t',
  'list t',
  'docker cp -L $C:/w/link - > t',
  'list t',
  'docker cp -L $C:/w/dirlink - > t',
  'list t',
  'docker cp $C:/w/null - > t',
  'list t',
  'docker cp $C:/w/missing - > t',
  'list t',
]);
add('cp out to standard output, all', ['docker cp $C:/w - > t', 'list t']);
add('cp out with -a', [
  'docker cp -a $C:/w/owned out',
  'tree out',
  'docker cp -a $C:/w/own out2',
  'tree out2',
]);
add('cp out, twice', ['docker cp $C:/w/dir out', 'docker cp $C:/w/dir out', 'tree out']);
add(
  'cp out, of a running container',
  [
    'docker exec $C sh -c "echo new > /w/new; rm /w/file; echo more >> /w/other"',
    'docker cp $C:/w/new out',
    'tree out',
    'docker cp $C:/w/file out',
    'docker cp $C:/w/other out',
    'tree out',
  ],
  { running: true },
);
add(
  'cp out, of /proc and /etc/hostname',
  [
    'docker cp $C:/proc/1/comm out',
    'docker cp $C:/etc/hostname name',
    '! wc -c < name',
    'docker cp $C:/etc/hosts hosts',
    '! head -1 hosts',
  ],
  { running: true },
);
add('cp out, of /etc/hosts before a start', [
  'docker cp $C:/etc/hosts hosts',
  '! wc -c < hosts',
  'docker cp $C:/proc p',
  'docker cp $C:/dev d',
  '! ls d',
]);

// ---- into a container
const INTO = [
  'file',
  'dir',
  'dir/',
  'dir/.',
  'link',
  'link/',
  'dirlink',
  'dirlink/',
  'dirlink/.',
  'dangling',
  'missing',
  'file/',
  'file/.',
  'exec',
  'secret',
  'setuid',
  'hard1',
  'fifo',
  'empty',
  'sp ace',
  '-dash',
  'loop',
  'a:b',
  'missing/x',
];
for (const source of INTO) {
  add(`cp in: ${source}`, [
    `docker cp 'h/${source}' $C:/w/new`,
    'files $C:/w/new',
    `docker cp 'h/${source}' $C:/w/empty`,
    'files $C:/w/empty',
  ]);
}
for (const source of ['link', 'dirlink', 'dangling', 'link2', 'loop', 'dirlink/', 'file']) {
  add(`cp in -L: ${source}`, [
    `docker cp -L h/${source} $C:/w/new`,
    'files $C:/w/new',
    `docker cp --follow-link h/${source} $C:/w/empty`,
    'files $C:/w/empty',
  ]);
}
for (const target of [
  '/w/file',
  '/w/dir',
  '/w/dir/',
  '/w/dir/.',
  '/w/link',
  '/w/dirlink',
  '/w/dangling',
  '/w/missing/',
  '/w/missing/x',
  '/w/file/',
  '/w/file/x',
  '/w/loop',
  '/w/null',
  '/w/fifo',
  '/',
  '',
  '/w/abslink',
  '/w/escape',
  '/w/own',
  'w/relative',
  '/w/link2',
  '/w/dots',
]) {
  add(`cp in, a file onto: ${target || 'nothing'}`, [
    `docker cp h/file $C:${target}`,
    'docker diff $C',
    ...(target.startsWith('/w/') ? ['files $C:/w/file', 'files $C:/w/dir'] : []),
  ]);
  add(`cp in, a folder onto: ${target || 'nothing'}`, [
    `docker cp h/dir $C:${target}`,
    'docker diff $C',
    'files $C:/w/dir',
  ]);
}
add('cp in, contents of a folder into a folder', ['docker cp h/dir/. $C:/w/dir', 'files $C:/w/dir']);
add('cp in, contents of a folder onto a file', ['docker cp h/dir/. $C:/w/file', 'files $C:/w/file']);
add('cp in, a folder onto a file of its name within', [
  '! rm -r h/dir && mkdir h/file2',
  'docker cp h/file2 $C:/w',
  '! rm -r h/file && mkdir h/file',
  'docker cp h/file $C:/w',
  'files $C:/w/file',
]);
add('cp in, a file onto a folder of its name within', [
  '! rm -r h/dir && echo x > h/dir',
  'docker cp h/dir $C:/w',
  'files $C:/w/dir',
]);
add('cp in, hard links', ['docker cp h $C:/w/all', 'files $C:/w/all']);
add('cp in, owners', [
  '! chown 7:8 h/file && chown -R 9:10 h/dir',
  'docker cp h/file $C:/w/new',
  'files $C:/w/new',
  'docker cp -a h/file $C:/w/new',
  'files $C:/w/new',
  'docker cp h/dir $C:/w/ndir',
  'files $C:/w/ndir',
  'docker cp --archive h/dir $C:/w/adir',
  'files $C:/w/adir',
]);
add(
  'cp in, owners, another user',
  [
    '! chown 7:8 h/file',
    'docker cp h/file $C:/w/new',
    'files $C:/w/new',
    'docker cp -a h/file $C:/w/new',
    'files $C:/w/new',
  ],
  { create: '-u 12:34' },
);
add(
  'cp in, owners, a user that is a name',
  ['! chown 7:8 h/file', 'docker cp -a h/file $C:/w/new', 'files $C:/w/new'],
  { create: '-u nobody' },
);
add(
  'cp in, owners, a user that is not there',
  ['docker cp -a h/file $C:/w/new', 'docker cp h/file $C:/w/new', 'files $C:/w/new'],
  { create: '-u nobodyhere' },
);
const tar = (files) =>
  `! mkdir -p s && cd s && ${files} && tar --owner=5 --group=6 --numeric-owner --mtime=@1500000000 --sort=name --format=ustar -cf ../t .`;
add('cp in from standard input', [
  tar('mkdir a && echo 1 > a/f && ln -s f a/l && ln a/f a/g'),
  'docker cp - $C:/w/empty < t',
  'files $C:/w/empty',
  'docker cp - $C:/w/file < t',
  'docker cp - $C:/w/missing < t',
  'docker cp - $C:/w/link < t',
  'docker cp - $C:/w/dirlink < t',
  'files $C:/w/dir',
  'docker cp - $C:/w/dangling < t',
  'docker cp -a - $C:/w/empty < t',
  'files $C:/w/empty',
]);
add('cp in from standard input, compressed', [
  tar('echo 1 > f'),
  '! gzip -k t && bzip2 -k t && xz -k t && zstd -q t',
  'docker cp - $C:/w/empty < t.gz',
  'files $C:/w/empty',
  'docker cp - $C:/w/empty < t.zst',
  'files $C:/w/empty',
]);
add('cp in from standard input, no tar', [
  'docker cp - $C:/w/empty < h/file',
  '! : > none',
  'docker cp - $C:/w/empty < none',
  '! head -c 1000 /dev/zero > zeros',
  'docker cp - $C:/w/empty < zeros',
]);
add('cp in from standard input, a folder over a file', [
  tar('mkdir file && echo 1 > file/f'),
  'docker cp - $C:/w < t',
  'files $C:/w/file',
  '! rm -r s; mkdir s',
  tar('echo 1 > dir'),
  'docker cp - $C:/w < t',
  'files $C:/w/dir',
]);
add(
  'cp in, of a running container',
  [
    'docker cp h/file $C:/w/new',
    'docker exec $C cat /w/new',
    'docker cp h/dir $C:/w',
    'docker exec $C ls -l /w/dir/sub/y',
    'docker exec $C stat -c "%u:%g %a" /w/new',
  ],
  { running: true },
);
add(
  'cp in and out, of a paused container',
  [
    'docker pause $C',
    'docker cp h/file $C:/w/new',
    'docker cp $C:/w/new out',
    'tree out',
    'docker unpause $C',
  ],
  { running: true },
);
add(
  'cp in, a read-only root',
  ['docker cp h/file $C:/w/new', 'docker cp - $C:/w < h/file', 'docker cp $C:/w/file out', 'tree out'],
  { create: '--read-only' },
);
add(
  'cp in, a read-only root that runs',
  ['docker cp h/file $C:/w/new', 'docker cp $C:/w/file out', 'tree out'],
  { create: '--read-only', running: true },
);
add(
  'cp, a volume',
  [
    'docker cp h/file $C:/w/vol',
    'files $C:/w/vol',
    'docker cp $C:/w/vol/v out',
    'tree out',
    'docker diff $C',
  ],
  { create: '-v $P-vol:/w/vol' },
);
add(
  'cp, a volume of a running container',
  [
    'docker cp h/file $C:/w/vol/new',
    'docker exec $C cat /w/vol/new',
    'docker exec $C sh -c "echo z > /w/vol/z"',
    'docker cp $C:/w/vol/z out',
    'tree out',
    'docker cp $C:/w/vol all',
    'tree all',
  ],
  { create: '-v $P-vol:/w/vol', running: true },
);
add(
  'cp, a read-only volume',
  [
    'docker cp h/file $C:/w/vol',
    'docker cp $C:/w/vol/v out',
    'docker cp h/file $C:/w/new',
    'files $C:/w/new',
  ],
  { create: '-v $P-vol:/w/vol:ro' },
);
add(
  'cp, a volume under a read-only root',
  ['docker cp h/file $C:/w/vol/new', 'files $C:/w/vol/new', 'docker cp h/file $C:/w/new'],
  { create: '--read-only -v $P-vol:/w/vol' },
);
add('cp, an anonymous volume', ['docker cp h/file $C:/w/vol', 'files $C:/w/vol'], { create: '-v /w/vol' });
add('cp, a tmpfs', ['docker cp h/file $C:/w/vol', 'files $C:/w/vol', 'docker exec $C ls /w/vol'], {
  create: '--tmpfs /w/vol',
  running: true,
});
add('cp, a tmpfs of one that does not run', ['docker cp h/file $C:/w/vol', 'files $C:/w/vol'], {
  create: '--tmpfs /w/vol',
});

// ---- arguments
add('cp, arguments', [
  'docker cp',
  'docker cp a',
  'docker cp a b c',
  'docker cp a b',
  'docker cp $C:/a $C:/b',
  "docker cp '' b",
  "docker cp $C:/w/file ''",
  'docker cp - -',
  'docker cp $C:/w/file',
  'docker cp $P-none:/a b',
  'docker cp h/file $P-none:/a',
  'docker cp - $P-none:/a < h/file',
  'docker cp -x a b',
  'docker cp $C:/w/file - out',
  'docker cp $P-none:/a -',
  'docker cp :/a b',
  'docker cp h/file :/a',
  'docker cp ./a:b $C:/w',
  'docker cp $P-c2:x ./a:b',
  'docker cp -q $C:/w/file out',
  'docker cp --quiet=false $C:/w/file out',
  'docker cp --quiet=false $C:/w/dir out2',
  'docker cp --quiet=false h/file $C:/w/new',
  'docker cp --quiet=false $C:/w/missing x',
]);

// ---- export
add('export', [
  'docker export $C > t',
  '! tar -tf t | grep -E "^(w|dev|etc/(host|resolv|mtab)|\\.dockerenv|proc|sys)" | sort',
  'docker export -o u $C',
  '! cmp t u && stat -c %a u',
  'docker export -o /nowhere/x $C',
  'docker export -o h $C',
  'docker export $P-none',
  'docker export',
  'docker export a b',
  'docker export -o h/fifo/x $C',
]);
add('export, what is in it', [
  'docker cp h/dir $C:/w',
  'docker export $C > t',
  '! mkdir x && tar -C x -xf t w',
  '! rm x/w/null x/w/disk',
  'tree x/w',
]);
add(
  'export, of a running container with a volume',
  [
    'docker exec $C sh -c "echo new > /w/new; echo z > /w/vol/z; rm /w/file"',
    'docker export $C > t',
    '! tar -tf t | grep ^w/ | sort',
  ],
  { create: '-v $P-vol:/w/vol', running: true },
);

// ---- import
/** No two have the same layer: what is removed with an image depends on it. */
const salted = tar('echo 1 > f && head -c 9 /dev/urandom | base64 > salt');
const IMAGE2 = '$P-imported';
const about = (image, ...more) => [
  `docker image inspect -f '{{json .Config}} {{.Os}}/{{.Architecture}}/{{.Variant}} {{json .Comment}} {{json .Author}} {{json .RepoTags}} {{.Parent}} {{len .RootFS.Layers}} {{.Size}}' ${image}`,
  `docker history --no-trunc --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' ${image}`,
  ...more,
];
add('import, from a file', [
  salted,
  `docker import t ${IMAGE2}`,
  ...about(IMAGE2),
  `docker import t ${IMAGE2}:two`,
  ...about(`${IMAGE2}:two`),
  'docker import t',
]);
add('import, from standard input', [
  salted,
  `docker import - ${IMAGE2} < t`,
  ...about(IMAGE2),
  'docker import - < t',
]);
add('import, with a message', [
  salted,
  `docker import -m 'a message' t ${IMAGE2}`,
  ...about(IMAGE2),
  `docker import --message '' t ${IMAGE2}`,
  ...about(IMAGE2),
]);
add('import, with changes', [
  salted,
  `docker import -c 'CMD echo hi' -c 'ENV A=b C="d e"' -c 'EXPOSE 80 81/udp' -c 'LABEL x=y' -c 'USER me' -c 'VOLUME /v' -c 'WORKDIR /d' -c 'ENTRYPOINT ["/e"]' -c 'ONBUILD RUN x' -c 'STOPSIGNAL 9' -c 'HEALTHCHECK CMD x' t ${IMAGE2}`,
  ...about(IMAGE2),
]);
for (const change of [
  'RUN x',
  'FROM x',
  'COPY a b',
  'ADD a b',
  'ARG x=y',
  'SHELL ["/x"]',
  'MAINTAINER me',
  'NONSENSE',
  'CMD',
  'ENV x',
  'env a=b',
  'CMD ["a',
  'ENV a=b\\nENV c=d',
  '',
  '# comment',
  'STOPSIGNAL NOPE',
  'HEALTHCHECK NONE',
  'HEALTHCHECK --interval=1s CMD ["x"]',
  'EXPOSE x',
  'LABEL a',
  'ONBUILD FROM x',
  'ONBUILD ONBUILD RUN x',
  'WORKDIR rel',
  'USER',
  'VOLUME ["/a","/b"]',
  'ENV A=$PATH',
  'ENTRYPOINT ls -l',
])
  add(`import --change and commit --change: ${change}`, [
    salted,
    `docker import -c '${change}' t ${IMAGE2}`,
    ...about(IMAGE2),
    `docker commit -c '${change}' $C $P-committed`,
    "docker image inspect -f '{{json .Config}}' $P-committed",
    `docker rmi -f ${IMAGE2} $P-committed`,
  ]);
add('import, platforms', [
  salted,
  ...[
    'linux/arm64',
    'linux/arm/v7',
    'windows/amd64',
    'linux',
    'nonsense',
    'linux/x86_64',
    'a/b/c/d',
    '',
  ].flatMap((platform) => [
    `docker import --platform '${platform}' t ${IMAGE2}`,
    `docker image inspect -f '{{.Os}}/{{.Architecture}}/{{.Variant}}' ${IMAGE2}`,
    `docker rmi ${IMAGE2}`,
  ]),
]);
add('import, names', [
  salted,
  'docker import t Upper',
  'docker import t a b',
  'docker import',
  'docker import missing',
  'docker import h',
  'docker import t a@sha256:aaaa',
  'docker import t $P-x:bad:tag',
  "docker import t ''",
  "docker import '' x",
]);
add('import, no tar', [
  'docker import h/file',
  '! : > none',
  'docker import none',
  '! head -c 1024 /dev/zero > zeros',
  'docker import zeros',
]);
add('import, compressed', [
  salted,
  '! gzip -k t && zstd -q t',
  `docker import t.gz ${IMAGE2}`,
  ...about(IMAGE2),
  `docker import t.zst ${IMAGE2}`,
  ...about(IMAGE2),
]);
add('import, of an export', [
  'docker cp h/dir $C:/w',
  'docker export $C > t',
  `docker import -c 'CMD ["cat","/w/dir/x"]' t ${IMAGE2}`,
  `docker run --rm --entrypoint= ${IMAGE2} cat /w/dir/dir/x`,
  `docker run --rm ${IMAGE2} ls -ln /w/owned`,
]);
add('import, from an address', ['docker import ftp://127.0.0.1/x.tar', 'docker import http://'], {});

// ---- commit
const NEW = '$P-committed';
/** What is below it has another size and history here. */
const committed = (image) => [
  `docker image inspect -f '{{json .Config}} {{json .Comment}} {{json .Author}} {{json .RepoTags}} {{json .DockerVersion}} {{.Parent}} {{.Os}}/{{.Architecture}}' ${image}`,
  `docker history --no-trunc --format '{{.CreatedBy}}|{{.Comment}}|{{.Size}}' ${image} > history`,
  '! head -1 history',
];
add('commit, plain', [
  `docker commit $C ${NEW}`,
  ...committed(NEW),
  'docker commit $C',
  `docker commit $C ${NEW}:two`,
  `docker commit $C ${NEW}:two`,
  ...committed(`${NEW}:two`),
]);
add('commit, with message and author', [
  `docker commit -m 'a message' -a 'A <a@b.c>' $C ${NEW}`,
  ...committed(NEW),
  `docker commit --message= --author= $C ${NEW}`,
  ...committed(NEW),
]);
add('commit, of files', [
  'docker cp h/dir $C:/w',
  'docker cp h/secret $C:/w/file',
  `docker commit $C ${NEW}`,
  ...committed(NEW),
  `docker run --rm ${NEW} cat /w/dir/dir/x`,
  `docker run --rm ${NEW} stat -c '%a %u:%g' /w/file`,
]);
add('commit, twice with no change', [
  `docker commit $C ${NEW}`,
  `docker commit $C ${NEW}2`,
  "docker image inspect -f '{{json .RootFS.Layers}}' $P-committed $P-committed2",
  `docker image inspect -f '{{len .RootFS.Layers}}' ${NEW}`,
]);
add('commit, of a commit', [
  `docker commit $C ${NEW}`,
  'docker rm $C',
  `docker create --name $C ${NEW}`,
  'docker cp h/file $C:/w/more',
  `docker commit -m second $C ${NEW}2`,
  ...committed(`${NEW}2`),
  `docker rmi -f ${NEW}2 ${NEW}`,
]);
add(
  'commit, of a running container',
  [
    'docker exec $C sh -c "echo new > /w/new; rm -r /w/dir; mkdir /w/dir; echo q > /w/dir/q"',
    `docker commit $C ${NEW}`,
    ...committed(NEW),
    "docker inspect -f '{{.State.Status}}' $C",
    `docker run --rm ${NEW} sh -c 'cat /w/new; ls /w/dir'`,
  ],
  { running: true },
);
add(
  'commit, without pause',
  [
    `docker commit --pause=false $C ${NEW}`,
    `docker commit -p=false $C ${NEW}`,
    `docker commit --no-pause $C ${NEW}`,
    `docker commit -p $C ${NEW}`,
    "docker inspect -f '{{.State.Status}}' $C",
  ],
  { running: true },
);
add(
  'commit, of a paused container',
  [
    'docker pause $C',
    `docker commit $C ${NEW}`,
    "docker inspect -f '{{.State.Status}}' $C",
    'docker unpause $C',
  ],
  { running: true },
);
add(
  'commit, with volumes',
  [
    'docker exec $C sh -c "echo z > /w/vol/z; echo y > /w/y"',
    `docker commit $C ${NEW}`,
    ...committed(NEW),
    `docker run --rm ${NEW} sh -c 'ls /w/vol; cat /w/y'`,
  ],
  { create: '-v $P-vol:/w/vol -v /w/anon', running: true },
);
add('commit, what the container was made with', [`docker commit $C ${NEW}`, ...committed(NEW)], {
  create:
    '-e A=b -l x=y -u 12 -w /tmp --expose 99 --hostname hh --entrypoint echo --stop-signal 9 -t -i --stop-timeout 5',
});
add(
  'commit, with all changes',
  [
    `docker commit -c 'CMD echo hi' -c 'ENV A=b C="d e"' -c 'EXPOSE 80 81/udp' -c 'LABEL x=y' -c 'USER me' -c 'VOLUME /v' -c 'WORKDIR /d' -c 'ENTRYPOINT ["/e"]' -c 'ONBUILD RUN x' -c 'STOPSIGNAL 9' -c 'HEALTHCHECK CMD x' $C ${NEW}`,
    ...committed(NEW),
  ],
  { create: '-e A=a -e Z=z -l x=1 -l z=2 -w /tmp' },
);
add(
  'commit, changes upon what is there',
  [
    `docker commit -c 'ENTRYPOINT ["/e"]' $C ${NEW}`,
    ...committed(NEW),
    `docker commit -c 'CMD []' $C ${NEW}`,
    ...committed(NEW),
    `docker commit -c 'WORKDIR sub' -c 'WORKDIR sub2' $C ${NEW}`,
    ...committed(NEW),
    `docker commit -c 'ENTRYPOINT []' -c 'CMD ["x"]' $C ${NEW}`,
    ...committed(NEW),
  ],
  { create: '--entrypoint /old' },
);
add('commit, names', [
  'docker commit $C Upper',
  'docker commit $C a b',
  'docker commit',
  'docker commit $P-none',
  'docker commit $C $P-x:bad:tag',
  `docker commit $C $P-x@sha256:${'a'.repeat(64)}`,
  "docker commit $C ''",
  'docker commit $C localhost:5000/$P-x/y:z',
  "docker image inspect -f '{{json .RepoTags}}' localhost:5000/$P-x/y:z",
  'docker rmi localhost:5000/$P-x/y:z',
]);
add('commit, diff and the layer', [
  'docker cp h/dir $C:/w',
  'docker cp h/file $C:/w/dir/a',
  'docker diff $C',
  `docker commit $C ${NEW}`,
  `docker save -o s.tar ${NEW}`,
  "! tar -xOf s.tar $(tar -xOf s.tar manifest.json | grep -o 'blobs/sha256/[0-9a-f]*\"]' | tr -d '\"]' | head -1) > t",
  'list t',
]);
