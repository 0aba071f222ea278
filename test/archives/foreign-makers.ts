/**
 * Archives of images that others make: each a script that begins with our own base.tar, the `docker save`
 * of an image `arc-base:1`, and ends with a file. Scripts run in one folder, in this order, and may use what
 * earlier ones left there.
 */

import { HELLO } from './foreign-box.ts';

export interface Maker {
  /** Who makes it, in which form. */
  readonly name: string;
  /** The file that it makes. */
  readonly file: string;
  /** Programs that the script calls. */
  readonly needs: readonly string[];
  /** A shell script, of this machine or of the system that an engine runs in. */
  readonly script: string;
  readonly where?: 'docker' | 'containerd';
  /** Docker loads it only with the containerd image store. */
  readonly layout?: true;
  /** Not in the short form. */
  readonly slow?: true;
  /** What `/etc/hello` says in the images. */
  readonly hello: string;
  /** Images that have no programs of ours: their file is copied out, not shown by `cat`. */
  readonly foreign?: true;
}

/** buildah and podman, with images of their own. */
const STORE = '--storage-driver vfs --root "$PWD/store" --runroot "$PWD/run"';
const BUILDAH = `buildah ${STORE}`;
const PODMAN = `podman ${STORE}`;

const BASE = `test -d store || {
  ${BUILDAH} pull -q docker-archive:base.tar
  printf 'FROM localhost/arc-base:1\\nCOPY text /etc/text\\nLABEL by=buildah\\n' > Containerfile
  echo text > text
  ${BUILDAH} bud -q --pull-never -t arc/bud:1 -f Containerfile .
}`;

const LAYOUT = 'test -d layout || skopeo copy -q docker-archive:base.tar oci:layout:1.0';

/** A build by the engine's BuildKit; -q does not silence all that it says. */
const buildx = (output: string, more = ''): string =>
  `mkdir -p ctx && printf 'FROM arc-base:1\\nCOPY text /etc/text\\nRUN_NOTHING' | sed 's/RUN_NOTHING/LABEL by=buildkit/' > ctx/Dockerfile
   echo text > ctx/text; docker load -q -i base.tar; docker buildx build -q ${more} -o ${output} ctx`;

export const MAKERS: readonly Maker[] = [
  {
    name: 'skopeo, docker-archive',
    file: 'skopeo-docker.tar',
    needs: ['skopeo'],
    script: 'skopeo copy -q docker-archive:base.tar docker-archive:skopeo-docker.tar:arc/skopeo:1',
    hello: HELLO,
  },
  {
    name: 'skopeo, oci-archive',
    file: 'skopeo-oci.tar',
    needs: ['skopeo'],
    script: 'skopeo copy -q docker-archive:base.tar oci-archive:skopeo-oci.tar:arc/skopeo-oci:1',
    layout: true,
    hello: HELLO,
  },
  {
    name: 'skopeo, oci-archive, zstd',
    file: 'skopeo-zstd.tar',
    needs: ['skopeo'],
    script:
      'skopeo copy -q --dest-compress-format zstd --dest-compress docker-archive:base.tar oci-archive:skopeo-zstd.tar:arc/skopeo-zstd:1',
    layout: true,
    hello: HELLO,
  },
  {
    name: 'a newer skopeo, oci-archive, zstd in chunks',
    file: 'skopeo-chunked.tar',
    slow: true,
    needs: ['skopeo'],
    where: 'containerd',
    script:
      'skopeo copy -q --dest-compress-format zstd:chunked --dest-compress docker-archive:base.tar oci-archive:skopeo-chunked.tar:arc/skopeo-chunked:1',
    layout: true,
    hello: HELLO,
  },
  {
    name: 'skopeo, an OCI layout packed by GNU tar',
    file: 'gnu.tar',
    needs: ['skopeo', 'tar'],
    script: `${LAYOUT}; tar -C layout -cf gnu.tar .`,
    layout: true,
    hello: HELLO,
  },
  {
    name: 'GNU tar, another order, in the pax format, gzipped',
    file: 'pax.tar.gz',
    slow: true,
    needs: ['skopeo', 'tar', 'gzip'],
    script: `${LAYOUT}; tar -C layout --format=pax --mtime=@0.5 -czf pax.tar.gz index.json blobs oci-layout`,
    layout: true,
    hello: HELLO,
  },
  {
    name: 'bsdtar, gzip in many members',
    file: 'bsdtar.tar.gz',
    slow: true,
    needs: ['skopeo', 'bsdtar'],
    script: `rm -rf unpacked && mkdir unpacked && tar -C unpacked -xf skopeo-docker.tar
      cd unpacked && bsdtar -cf ../bsdtar.tar * && cd .. && split -b 900000 bsdtar.tar piece. && gzip piece.* && cat piece.*.gz > bsdtar.tar.gz`,
    hello: HELLO,
  },
  {
    name: 'umoci, another label and a repacked layer, two tags',
    file: 'umoci.tar',
    slow: true,
    needs: ['skopeo', 'umoci'],
    script: `${LAYOUT}; rm -rf uml bundle && cp -r layout uml && umoci config --image uml:1.0 --config.label x=y
      umoci unpack --rootless --image uml:1.0 bundle && echo repacked > bundle/rootfs/etc/hello && rm bundle/rootfs/d/e/f
      umoci repack --image uml:repacked bundle && umoci remove --image uml:1.0 && tar -C uml -cf umoci.tar oci-layout index.json blobs`,
    layout: true,
    hello: 'repacked\n',
  },
  {
    name: 'umoci, from nothing',
    file: 'umoci-new.tar',
    needs: ['umoci'],
    script: `rm -rf new && umoci init --layout new && umoci new --image new:made && mkdir -p root/etc && echo umoci > root/etc/hello
      umoci insert --rootless --image new:made root / && umoci config --image new:made --config.cmd /x --author me && tar -C new -cf umoci-new.tar .`,
    layout: true,
    hello: 'umoci\n',
    foreign: true,
  },
  {
    name: 'buildah, oci-archive',
    file: 'buildah-oci.tar',
    needs: ['buildah'],
    script: `${BASE}; ${BUILDAH} push -q arc/bud:1 oci-archive:buildah-oci.tar:arc/bud:1`,
    layout: true,
    hello: HELLO,
  },
  {
    name: 'buildah, docker-archive',
    file: 'buildah-docker.tar',
    slow: true,
    needs: ['buildah'],
    script: `${BASE}; ${BUILDAH} push -q arc/bud:1 docker-archive:buildah-docker.tar:arc/bud:2`,
    hello: HELLO,
  },
  {
    name: 'buildah, an index of two platforms',
    file: 'buildah-list.tar',
    slow: true,
    needs: ['buildah'],
    script: `${BASE}; ${BUILDAH} manifest create arc/list && ${BUILDAH} manifest add arc/list localhost/arc-base:1
      ${BUILDAH} manifest add --arch arm64 arc/list localhost/arc/bud:1
      ${BUILDAH} manifest push -q --all arc/list oci-archive:buildah-list.tar:arc/list:1`,
    layout: true,
    hello: HELLO,
  },
  {
    name: 'podman save',
    file: 'podman.tar',
    needs: ['buildah', 'podman'],
    script: `${BASE}; ${PODMAN} save -q -o podman.tar arc/bud:1`,
    hello: HELLO,
  },
  {
    name: 'podman save, oci-archive',
    file: 'podman-oci.tar',
    slow: true,
    needs: ['buildah', 'podman'],
    script: `${BASE}; ${PODMAN} save -q --format oci-archive -o podman-oci.tar arc/bud:1`,
    layout: true,
    hello: HELLO,
  },
  {
    name: 'podman save, two images',
    file: 'podman-two.tar',
    slow: true,
    needs: ['buildah', 'podman'],
    script: `${BASE}; ${PODMAN} save -q -m -o podman-two.tar arc/bud:1 localhost/arc-base:1`,
    hello: HELLO,
  },
  {
    name: 'docker save',
    file: 'docker.tar',
    needs: [],
    where: 'docker',
    script: 'docker load -q -i base.tar; docker save -o docker.tar arc-base:1',
    hello: HELLO,
  },
  {
    name: 'docker save, two images of three names',
    file: 'docker-two.tar',
    slow: true,
    needs: [],
    where: 'docker',
    script: `docker load -q -i base.tar; docker tag arc-base:1 arc/other:2; docker tag arc-base:1 arc/other:latest
      printf 'FROM arc-base:1\\nLABEL a=b\\n' | docker build -q -t arc/labelled -
      docker save -o docker-two.tar arc/other arc/labelled; docker rmi arc/labelled arc/other:2 arc/other`,
    hello: HELLO,
  },
  {
    name: 'docker save by ID',
    file: 'docker-id.tar',
    slow: true,
    needs: [],
    where: 'docker',
    script:
      'docker load -q -i base.tar; docker save -o docker-id.tar $(docker inspect -f "{{.Id}}" arc-base:1)',
    hello: HELLO,
  },
  {
    name: 'skopeo, docker-archive, compressed with zstd as a whole',
    file: 'docker.tar.zst',
    needs: ['zstd', 'skopeo'],
    script:
      'skopeo copy -q docker-archive:base.tar docker-archive:to-zstd.tar:arc/zstd:1; zstd -q -f to-zstd.tar -o docker.tar.zst',
    hello: HELLO,
  },
  {
    name: 'docker save of the containerd store, with attestations',
    file: 'containerd.tar',
    slow: true,
    needs: [],
    where: 'containerd',
    script: `${buildx('type=image,name=arc/attested:1', '--provenance=mode=max')}; docker save -o containerd.tar arc/attested:1; docker rmi arc/attested:1`,
    hello: HELLO,
  },
  {
    name: 'docker buildx build, type=docker',
    file: 'buildx-docker.tar',
    slow: true,
    needs: [],
    where: 'containerd',
    script: buildx('type=docker,dest=buildx-docker.tar,name=arc/buildx:1'),
    hello: HELLO,
  },
  {
    name: 'docker buildx build, type=oci, with attestations',
    file: 'buildx-oci.tar',
    needs: [],
    where: 'containerd',
    script: buildx('type=oci,dest=buildx-oci.tar,name=arc/buildx-oci:1', '--provenance=true'),
    layout: true,
    hello: HELLO,
  },
  {
    name: 'docker buildx build, type=oci, zstd',
    file: 'buildx-zstd.tar',
    slow: true,
    needs: [],
    where: 'containerd',
    script: buildx(
      'type=oci,dest=buildx-zstd.tar,name=arc/buildx-zstd:1,compression=zstd,force-compression=true',
    ),
    layout: true,
    hello: HELLO,
  },
  {
    name: 'docker buildx build, type=oci, two platforms',
    file: 'buildx-multi.tar',
    slow: true,
    needs: [],
    where: 'containerd',
    script: buildx('type=oci,dest=buildx-multi.tar,name=arc/multi:1', '--platform linux/amd64,linux/arm64'),
    layout: true,
    hello: HELLO,
  },
  {
    name: 'ctr images export',
    file: 'ctr.tar',
    slow: true,
    needs: [],
    where: 'containerd',
    script: ctrExport('ctr.tar'),
    hello: HELLO,
  },
  {
    name: 'ctr images export, without manifest.json',
    file: 'ctr-oci.tar',
    needs: [],
    where: 'containerd',
    script: ctrExport('--skip-manifest-json ctr-oci.tar'),
    layout: true,
    hello: HELLO,
  },
  {
    name: 'crane append',
    file: 'crane.tar',
    needs: ['crane'],
    where: 'containerd',
    script:
      'mkdir -p crane/etc && echo crane > crane/etc/hello && tar -C crane -cf crane-layer.tar etc && crane append -f crane-layer.tar -t arc/crane:1 -o crane.tar',
    hello: 'crane\n',
    foreign: true,
  },
  {
    name: 'Python, as build tools without a daemon write archives',
    file: 'python.tar',
    needs: ['python3'],
    script: `python3 - <<'PY'
import hashlib, io, json, tarfile
def tar(files, mode='w', **more):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, **more) as t:
        for name, data in files:
            info = tarfile.TarInfo(name); info.size = len(data); t.addfile(info, io.BytesIO(data))
    return out.getvalue()
layer = tar([('etc/hello', b'python\\n'), ('a' * 150 + '/long', b'x')], format=tarfile.GNU_FORMAT)
digest = hashlib.sha256(layer).hexdigest()
config = json.dumps({'architecture': 'amd64', 'os': 'linux', 'config': {'Cmd': ['/x']}, 'rootfs': {'type': 'layers', 'diff_ids': ['sha256:' + digest]}}).encode()
name = hashlib.sha256(config).hexdigest() + '.json'
manifest = json.dumps([{'Config': name, 'Layers': [digest + '/layer.tar'], 'RepoTags': ['arc/python:1']}]).encode()
open('python.tar', 'wb').write(tar([(name, config), (digest + '/layer.tar', layer), ('manifest.json', manifest)]))
PY`,
    hello: 'python\n',
    foreign: true,
  },
];

/** Debian's ctr cuts off an archive now and then, and says that all went well. */
function ctrExport(words: string): string {
  const ctr = 'ctr -a /run/docker/containerd/containerd.sock -n moby';
  const file = words.split(' ').at(-1)!;
  return `docker load -q -i base.tar; for try in 1 2 3 4 5 6; do ${ctr} images export ${words} docker.io/library/arc-base:1 && tar -tf ${file} >/dev/null 2>&1 && break; rm -f ${file}; done; test -s ${file}`;
}
