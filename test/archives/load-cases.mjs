/**
 * Archives of images as `docker load` gets them: good ones of every form, and each way to be wrong.
 * `record-load.mjs` asks Docker, `load.test.ts` asks us.
 */
import { deflateRawSync, gzipSync } from 'node:zlib';
import {
  blob,
  config,
  describe,
  digest,
  dir,
  dockerArchive,
  dockerParts,
  file,
  hex,
  image,
  index,
  json,
  layer,
  layout,
  manifest,
  oldArchive,
  symlink,
  tar,
} from './images.mjs';
import { base256, entry, pax } from './tar-bytes.mjs';
import { zstdRaw } from './zstd-bytes.mjs';

/** All names begin with it, so that a real engine can be cleaned of them. */
export const NAME = 'archives-load';
const tag = (name) => `${NAME}/${name}`;

/** @typedef {{tar: Buffer, images: {id: string}[], args?: string[], ask?: string[], beyond?: string}} Case */

/** @type {Record<string, Case>} */
const cases = {};
/** `beyond`: what we take and Docker 28 without containerd's store does not, and why. */
function add(name, archive, images = [], more = {}) {
  cases[name] = { tar: archive, images: Array.isArray(images) ? images : [images], ...more };
}

let marks = 0;
const fresh = (size) => layer(`mark ${++marks}`, size);
/** An image of fresh layers with one name. */
const one = (name, count = 2, more = {}) => ({
  ...image({ layers: Array.from({ length: count }, () => fresh()), more }),
  tags: [`${tag(name)}:latest`],
});

/** An archive of one image, its parts changed on the way. */
function changed(change, name = 'changed') {
  const it = one(name);
  const { blobs, items } = dockerParts([it]);
  const parts = { it, blobs, items, manifest: undefined, extra: [] };
  change(parts);
  return [
    tar(...parts.blobs, ...parts.extra, file('manifest.json', parts.manifest ?? json(parts.items))),
    parts.it,
  ];
}
const addChanged = (name, change, more) => add(name, ...changed(change), more);

// ---- good ones
{
  const a = one('plain');
  add('one image', dockerArchive(a), a);
  const shared = fresh();
  const b = { ...image({ layers: [shared, fresh()] }), tags: [`${tag('b')}:1`, `${tag('b')}:2`] };
  const c = { ...image({ layers: [shared, fresh(70_000)] }), tags: [`${tag('c')}:latest`] };
  add('two images that share a layer', dockerArchive(b, c), [b, c]);
  const d = { ...image({ layers: [fresh()] }), tags: null };
  add('an image without a name', dockerArchive(d), d);
  const [e, f] = [image({ layers: [fresh()] }), one('f', 1)];
  add('one without a name, then one with', dockerArchive(e, f), [e, f]);
  const [g, h] = [one('g', 1), image({ layers: [fresh()] })];
  add('one with a name, then one without', dockerArchive(g, h), [g, h]);
  const i = { ...image({ layers: [fresh()] }), tags: [] };
  add('an empty list of names', dockerArchive(i), i);
  const base = image({ layers: [shared] });
  const child = {
    ...image({ layers: [shared, fresh()] }),
    tags: [`${tag('child')}:latest`],
    parent: base.id,
  };
  add('a parent and its child', dockerArchive(base, child), [base, child]);
  const orphan = {
    ...image({ layers: [fresh()] }),
    tags: [`${tag('orphan')}:latest`],
    parent: `sha256:${'0'.repeat(64)}`,
  };
  add('a parent that is not there', dockerArchive(orphan), orphan);
  const later = image({ layers: [shared, fresh()] });
  const sooner = {
    ...image({ layers: [shared, fresh(), fresh()] }),
    tags: [`${tag('sooner')}:latest`],
    parent: later.id,
  };
  add('a child before its parent', dockerArchive(sooner, later), [sooner, later]);
  const stranger = image({ layers: [fresh(), fresh()] });
  const claims = { ...image({ layers: [fresh()] }), tags: [`${tag('claims')}:latest`], parent: stranger.id };
  add('a parent that is none of it', dockerArchive(stranger, claims), [stranger, claims]);
  const twice = fresh();
  const j = { ...image({ layers: [twice, fresh(), twice] }), tags: [`${tag('twice')}:latest`] };
  add('a layer twice in one image', dockerArchive(j), j);
  const k = { ...image({ layers: [] }), tags: [`${tag('none')}:latest`] };
  add('no layers at all', dockerArchive(k), k);
  const [l1, l2] = [one('same', 1), one('same', 1)];
  add('two images of one name', dockerArchive(l1, l2), [l1, l2]);
  const m = one('old');
  add('old form', oldArchive(m), m);
  const again = fresh();
  const n = [
    { ...image({ layers: [again, fresh()] }), tags: [`${tag('n')}:1`] },
    { ...image({ layers: [again, fresh()] }), tags: [`${tag('n')}:2`] },
  ];
  add('old form with links between layers', oldArchive(...n), n);
  const o = image({ layers: [fresh()], more: { history: undefined } });
  add('a config without history', dockerArchive(o), o);
  const p = image({ layers: [fresh()], more: { config: null, created: undefined } });
  add('a config without much', dockerArchive(p), p);
  const q = image({ layers: [fresh()], more: { os: undefined } });
  add('a config without a system', dockerArchive(q), q);
  const r = image({ layers: [fresh()], more: { architecture: 'arm64', variant: 'v8' } });
  add('another processor', dockerArchive(r), r);
  const s = image({ layers: [fresh()], more: { unknown: { member: [1, 2] } } });
  add('a config with more', dockerArchive(s), s);
}

// ---- compressed
{
  const [a, b, c, d] = ['gz', 'members', 'zst', 'frames'].map((name) => one(name));
  add('gzip', gzipSync(dockerArchive(a)), a);
  const whole = dockerArchive(b);
  add(
    'gzip of three members',
    Buffer.concat([0, 1000, 3000].map((at, i) => gzipSync(whole.subarray(at, [1000, 3000][i])))),
    b,
  );
  add('zstd', zstdRaw(dockerArchive(c)), c);
  const all = dockerArchive(d);
  add('zstd of two frames', Buffer.concat([zstdRaw(all.subarray(0, 700)), zstdRaw(all.subarray(700))]), d);
  const inside = (name, pack) => {
    const layers = [fresh(), fresh(90_000)];
    return { ...image({ layers, stored: layers.map(pack) }), tags: [`${tag(name)}:latest`] };
  };
  const [e, f, g] = [
    inside('layers-gz', (tar) => gzipSync(tar)),
    inside('layers-zst', zstdRaw),
    inside('layers-members', (tar) =>
      Buffer.concat([gzipSync(tar.subarray(0, 512)), gzipSync(tar.subarray(512))]),
    ),
  ];
  add('layers with gzip', dockerArchive(e), e);
  add('layers with zstd', dockerArchive(f), f);
  add('layers with gzip of members', dockerArchive(g), g);
  const gz = gzipSync(dockerArchive(one('cut')));
  add('gzip that ends early', gz.subarray(0, gz.length - 200), []);
  const tail = one('tail');
  add('gzip without its last bytes', gzipSync(dockerArchive(tail)).subarray(0, -3), tail);
  const behind = one('behind');
  add(
    'gzip with more behind',
    Buffer.concat([gzipSync(dockerArchive(behind)), Buffer.from('rubbish and more of it')]),
    behind,
  );
  add('gzip that ends in its header', gz.subarray(0, 5), []);
  const raw = deflateRawSync(dockerArchive(one('raw')));
  add('deflate without a header', raw, []);
  const sum = Buffer.concat([gzipSync(Buffer.alloc(0)), gzipSync(dockerArchive(one('sum')))]);
  sum[12] ^= 1;
  add('gzip with a wrong checksum in front', sum, []);
  const z = zstdRaw(dockerArchive(one('zcut')));
  add('zstd that ends early', z.subarray(0, -100), []);
  const bad = inside('layer-sum', (tar) => {
    const packed = gzipSync(tar);
    packed[packed.length - 5] ^= 1;
    return packed;
  });
  add('a layer with a wrong checksum', dockerArchive(bad), bad);
  const short = inside('layer-cut', (tar) => gzipSync(tar).subarray(0, -20));
  add('a layer with gzip that ends early', dockerArchive(short), short);
}

// ---- digests and layers that are wrong
addChanged('a layer that is another', ({ blobs, it }) => {
  blobs[2] = file(blob(it.layers[1]), fresh());
});
addChanged('a layer that is missing', ({ blobs }) => {
  blobs.splice(2, 1);
});
addChanged('a config that is missing', ({ blobs }) => {
  blobs.splice(0, 1);
});
addChanged('fewer layers than the config has', ({ items }) => {
  items[0].Layers.pop();
});
addChanged('more layers than the config has', ({ items }) => {
  items[0].Layers.push(items[0].Layers[0]);
});
addChanged('layers in another order', ({ items }) => {
  items[0].Layers.reverse();
});
addChanged('a layer that is a directory', ({ blobs, it }) => {
  blobs[1] = dir(blob(it.layers[0]));
});
addChanged('a config that is a directory', ({ blobs, it }) => {
  blobs[0] = dir(blob(it.config));
});
{
  const noTar = Buffer.from('this is no tar, but its digest is right'.repeat(40));
  const a = { ...image({ layers: [fresh(), noTar] }), tags: [`${tag('no-tar')}:latest`] };
  add('a layer that is no tar', dockerArchive(a), a);
  const cut = tar(file('a', 'x'.repeat(5000))).subarray(0, 2048);
  const b = { ...image({ layers: [cut] }), tags: [`${tag('cut-tar')}:latest`] };
  add('a layer that ends early', dockerArchive(b), b);
  const out = tar(file('../../etc/evil', 'x'));
  const c = { ...image({ layers: [fresh(), out] }), tags: [`${tag('out')}:latest`] };
  add('a layer that leads out', dockerArchive(c), c);
  const d = { ...image({ layers: [Buffer.alloc(0)] }), tags: [`${tag('empty')}:latest`] };
  add('a layer of no bytes', dockerArchive(d), d);
  const e = { ...image({ layers: [Buffer.alloc(1024)] }), tags: [`${tag('end')}:latest`] };
  add('a layer of nothing', dockerArchive(e), e);
}

// ---- configs that are none
const configs = {
  'no JSON': 'nonsense',
  'cut off': '{"architecture":"amd64","os":"linux"',
  empty: '',
  'a list': '[]',
  'a text': '"text"',
  'a number': '7',
  null: 'null',
  'an empty object': '{}',
  'without rootfs': '{"architecture":"amd64","os":"linux"}',
  'with a rootfs of null': '{"os":"linux","rootfs":null}',
  'with a rootfs of another kind': '{"os":"linux","rootfs":{"type":"squashed","diff_ids":[]}}',
  'with layers that are no digests': '{"os":"linux","rootfs":{"type":"layers","diff_ids":["abc","def"]}}',
  'with layers of another kind': '{"os":"linux","rootfs":{"type":"layers","diff_ids":"abc"}}',
  'with a system of another kind': '{"os":7,"rootfs":{"type":"layers","diff_ids":[]}}',
  'with rubbish behind': '{"os":"linux","rootfs":{"type":"layers","diff_ids":[]}} x',
  'for another system': '{"os":"windows","rootfs":{"type":"layers","diff_ids":[]}}',
};
for (const [name, text] of Object.entries(configs)) {
  const it = {
    ...image({ layers: [fresh(), fresh()], config: Buffer.from(text) }),
    tags: [`${tag('config')}:latest`],
  };
  add(`a config: ${name}`, dockerArchive(it), it);
}

// ---- manifests that are none
const manifests = {
  'no JSON': 'nonsense',
  'cut off': '[{"Config":"x"',
  empty: '',
  'an object': '{}',
  'a text': '"text"',
  null: 'null',
  'an empty list': '[]',
  'a list of nothing': '[null]',
  'a list of numbers': '[1,2]',
  'a list of lists': '[[]]',
  'an item without members': '[{}]',
  'a config of another kind': '[{"Config":7}]',
  'layers of another kind': '[{"Config":"x","Layers":"y"}]',
  'names of another kind': '[{"Config":"x","Layers":["y"],"RepoTags":[7]}]',
  'rubbish behind': '[] x',
  'members in small letters': '[{"config":"x","layers":["y"],"repotags":null}]',
  'a byte order mark': '\ufeff[]',
};
for (const [name, text] of Object.entries(manifests))
  addChanged(`a manifest: ${name}`, (parts) => {
    parts.manifest = Buffer.from(text);
  });
addChanged('a manifest that comes twice', (parts) => {
  parts.extra.push(file('manifest.json', '[]'));
});
addChanged('a manifest in a folder of dots', (parts) => {
  parts.extra.push(file('./x/../manifest.json', '[]'));
});

// ---- JSON that is none, as a document and as the head of a stream: Go says where it went wrong
export const TEXTS = [
  ...[
    '{',
    '[',
    '[1',
    '[1,',
    '[1,]',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '{a:1}',
    '{"a" 1}',
    '[1 2]',
  ],
  ...[
    '{"a":1 "b":2}',
    'tru',
    'trux',
    'nul',
    'fals e',
    'nulll',
    '-',
    '-x',
    '+1',
    '.5',
    '01',
    '1.',
    '1.x',
    '1e',
    '1e+',
    '1e+x',
  ],
  ...[
    '"abc',
    '"a\\x"',
    '"\\u12',
    '"\\u12zz"',
    '"a\nb"',
    '"a\u0001"',
    "'a'",
    'ä',
    '😀',
    '}',
    ']',
    ',',
    ':',
    '[}',
    '{]',
    ' ',
    '\n',
  ],
  ...[
    '//c',
    '1 x',
    '{} {}',
    '[] []',
    'NaN',
    '"\t"',
    '{"a":tru}',
    '[[[',
    '{"a":{"b":[1,{',
    '\u00a0',
    '\u2028',
    '\u0000',
    '"\\ud800"',
  ],
  '['.repeat(10_001),
];
for (const [i, text] of TEXTS.entries()) {
  const it = {
    ...image({ layers: [fresh()], config: Buffer.from(text) }),
    tags: [`${tag('config')}:latest`],
  };
  add(`JSON ${i} for a config`, dockerArchive(it), it);
  addChanged(`JSON ${i} for a manifest`, (parts) => {
    parts.manifest = Buffer.from(text);
  });
}

// ---- names that are none
const names = {
  'no tag': tag('x'),
  'a digest': `${tag('x')}@sha256:${'1'.repeat(64)}`,
  capitals: `${NAME}/Upper:1`,
  'an empty name': '',
  'a blank': `${tag('a b')}:1`,
  'a host': `example.com/${NAME}/x:1`,
  'docker.io in front': `docker.io/${NAME}/x:1`,
  'an id': 'a'.repeat(64),
  'a long tag': `${tag('x')}:${'t'.repeat(200)}`,
};
for (const [name, text] of Object.entries(names))
  addChanged(`a name: ${name}`, ({ items }) => {
    items[0].RepoTags = [text];
  });
addChanged('a name that is wrong after one that is right', ({ items }) => {
  items[0].RepoTags.push('Upper:1');
});
addChanged('a name twice', ({ items }) => {
  items[0].RepoTags.push(items[0].RepoTags[0]);
});

// ---- out of the archive
addChanged('a config outside', ({ items }) => {
  items[0].Config = '../../../../../etc/hostname';
});
addChanged('a layer outside', ({ items }) => {
  items[0].Layers[0] = '../../../../../etc/hostname';
});
addChanged('an absolute config', ({ items, it }) => {
  items[0].Config = `/${blob(it.config)}`;
});
addChanged('a link that leads out for a config', ({ blobs, it }) => {
  blobs[0] = symlink(blob(it.config), '/etc/hostname');
});
addChanged('a link that leads out for a layer', ({ blobs, it }) => {
  blobs[1] = symlink(blob(it.layers[0]), '../../../../../../etc/hostname');
});
addChanged('a link that leads out for the manifest', (parts) => {
  parts.extra.push(symlink('manifest.json', '/etc/hostname'));
});
addChanged('a link within for a layer', ({ blobs, it }) => {
  blobs[1] = Buffer.concat([file('elsewhere', it.layers[0]), symlink(blob(it.layers[0]), '../../elsewhere')]);
});
addChanged('an absolute link within for a layer', ({ blobs, it }) => {
  blobs[1] = Buffer.concat([file('elsewhere', it.layers[0]), symlink(blob(it.layers[0]), '/elsewhere')]);
});
addChanged('a hard link for a layer', ({ blobs, it }) => {
  blobs[1] = Buffer.concat([
    file('elsewhere', it.layers[0]),
    entry({ name: blob(it.layers[0]), type: '1', link: 'elsewhere' }),
  ]);
});
addChanged('a link in a circle', ({ blobs, it }) => {
  blobs[1] = symlink(blob(it.layers[0]), hex(it.layers[0]));
});
addChanged('an entry that leads out', (parts) => {
  parts.extra.push(file('../../../outside', 'x'));
});
addChanged('an absolute entry', (parts) => {
  parts.extra.push(file('/inside', 'x'));
});
addChanged('a hard link that leads out', (parts) => {
  parts.extra.push(entry({ name: 'h', type: '1', link: '../../etc/hostname' }));
});
addChanged('a hard link to nothing', (parts) => {
  parts.extra.push(entry({ name: 'h', type: '1', link: 'nothing' }));
});
addChanged('an entry through a link that leads out', (parts) => {
  parts.extra.push(symlink('l', '../..'), file('l/x', 'x'));
});
addChanged('an entry through a file', (parts) => {
  parts.extra.push(file('f', 'x'), file('f/x', 'x'));
});
addChanged('an entry of an unknown type', (parts) => {
  parts.extra.push(file('z', 'x', { type: 'Z' }));
});
addChanged('devices', (parts) => {
  parts.extra.push(
    entry({ name: 'null', type: '3', major: 1, minor: 3 }),
    entry({ name: 'fifo', type: '6' }),
  );
});
addChanged('a name of 300', (parts) => {
  parts.extra.push(pax([['path', 'n'.repeat(300)]]), file('x', 'x'));
});
addChanged('a whiteout', (parts) => {
  parts.extra.push(file('.wh.manifest.json', ''));
});
addChanged('a sparse layer', ({ blobs, it }) => {
  const bytes = it.layers[0];
  // What of a tar is zeros: its end.
  blobs[1] = Buffer.concat([
    pax([
      ['GNU.sparse.major', '0'],
      ['GNU.sparse.minor', '1'],
      ['GNU.sparse.size', String(bytes.length)],
      ['GNU.sparse.numblocks', '2'],
      ['GNU.sparse.name', blob(bytes)],
      ['GNU.sparse.map', `0,1024,${bytes.length},0`],
    ]),
    file('GNUSparseFile.1/x', bytes.subarray(0, 1024)),
  ]);
});
addChanged('a whiteout of what is there', ({ blobs }) => {
  blobs.push(file('gone', 'x'), file('.wh.gone', ''));
});

// ---- damaged
{
  const whole = dockerArchive(one('damage'));
  add('nothing at all', Buffer.alloc(0), []);
  add('an archive of nothing', tar(), []);
  add('noise', Buffer.from(Array.from({ length: 2048 }, (_, i) => (i * 7919 + 13) & 0xff)), []);
  add('a short text', Buffer.from('hello\n'), []);
  add('cut off in a header', whole.subarray(0, 1024 + 100), []);
  add('cut off in a file', whole.subarray(0, 1024 + 512 + 100), []);
  const noEnd = one('no-end');
  add('without its end', dockerArchive(noEnd).subarray(0, -1024), noEnd);
  const padded = one('padded');
  add('with zeros behind', Buffer.concat([dockerArchive(padded), Buffer.alloc(9000)]), padded);
  const behind = one('rubbish');
  add('with rubbish behind', Buffer.concat([dockerArchive(behind), Buffer.from('rubbish')]), behind);
  add('a size of exabytes', tar(entry({ name: 'blobs/x', fields: [[124, base256(2n ** 60n, 12)]] })), []);
  add('an archive of files', tar(dir('etc'), file('etc/motd', 'hello')), []);
}

// ---- as Docker 1.9 and older wrote them: a folder for each image, with the layer that it adds
{
  const id = (name) => hex(Buffer.from(`v1 ${name}`));
  /** An image as `docker save` had it; `bytes` is its layer. */
  const folder = (name, document, bytes) => [
    dir(id(name)),
    file(`${id(name)}/VERSION`, '1.0'),
    ...(document === undefined ? [] : [file(`${id(name)}/json`, json(document))]),
    ...(bytes ? [file(`${id(name)}/layer.tar`, bytes)] : []),
  ];
  /** What Docker 1.9 wrote of an image, in the order of Go's struct. */
  const document = (name, parent, more = {}) => ({
    id: id(name),
    ...(parent ? { parent: id(parent) } : {}),
    created: '2015-11-20T13:11:12.123456789Z',
    container: 'c'.repeat(64),
    container_config: {
      Hostname: 'h',
      Env: null,
      Cmd: ['/bin/sh', '-c', `#(nop) <${name}> & more`],
      Labels: {},
    },
    docker_version: '1.9.1',
    author: 'A <a@b.c>',
    config: { Hostname: 'h', Env: ['PATH=/bin'], Cmd: ['/bin/sh'], Image: '', Labels: { b: '1', a: '2' } },
    architecture: 'amd64',
    os: 'linux',
    Size: 12345,
    ...more,
  });
  const repositories = (names) => file('repositories', json(names));
  const names = (name, of, version = 'latest') => ({ [tag(name)]: { [version]: id(of) } });
  /** `ask`: names whose images are asked for, since nothing here says which they will be. */
  const v1 = (name, parts, ...ask) => add(`version 1: ${name}`, tar(...parts), [], { ask: ask.map(tag) });

  v1(
    'two layers',
    [
      ...folder('a low', document('a low'), fresh()),
      ...folder('a top', document('a top', 'a low'), fresh(70_000)),
      repositories({ ...names('v1', 'a top'), ...names('v1-low', 'a low') }),
    ],
    'v1:latest',
    'v1-low:latest',
  );
  v1(
    'the upper one first',
    [
      ...folder('b', document('b', 'c'), fresh()),
      ...folder('c', document('c'), fresh()),
      repositories({ ...names('v1-b', 'b'), ...names('v1-c', 'c') }),
    ],
    'v1-b:latest',
    'v1-c:latest',
  );
  v1(
    'two images',
    [
      ...folder('x', document('x'), fresh()),
      ...folder('y', document('y', undefined, { comment: 'a comment', author: '' }), fresh()),
      repositories(names('v1-y', 'y')),
    ],
    'v1-y:latest',
  );
  /** One image of one layer. */
  const one1 = (what, given, bytes = fresh()) =>
    v1(what, [...folder(what, given, bytes), repositories(names('v1-one', what))], 'v1-one:latest');
  one1(
    'members that nobody knows',
    `{ "os":"linux", "extra" : {"10": 1, "9": [1e21, 1.50, "a b <"]}, "throwaway": true, "layer_id": "l",
      "docker_version": "1.9.0", "created": "2015-01-02T03:04:05+02:00", "Size": 5, "size": 5, "None": null }`,
  );
  for (const docker_version of ['1.8.2', '1.8.3', undefined, '0.7', '1.10.0', 'x', '2'])
    one1(`of Docker ${docker_version}`, document('version', undefined, { docker_version, more: 1 }));
  one1('a minimal document', {});
  one1('a document that is null', 'null');
  one1('a time that is none', document('never', undefined, { created: undefined }));
  one1('a compressed layer', document('gz'), gzipSync(fresh()));
  one1('an empty layer', document('emp'), Buffer.alloc(1024));
  one1('a layer that is no tar', document('junk'), Buffer.alloc(600, 'x'));
  one1('a system that is another', document('win', undefined, { os: 'windows' }));
  one1('a system in capitals', document('caps', undefined, { os: 'Linux' }));
  one1('a document that is no JSON', '{"os"');
  one1('a document of another kind', '[1]');
  one1('a parent that is not there', document('r', 'nobody'));
  one1('a layer that is not there', document('s'), null);
  one1('a document that is not there', undefined);
  v1('a name for an image that is not there', [repositories(names('v1-o', 'another'))]);
  v1('a folder that is no image', [dir('etc'), file('etc/motd', 'hello'), repositories({})]);
  v1('no repositories', folder('k', document('k')));
  v1(
    'a name that is none',
    [...folder('p', document('p'), fresh()), repositories({ ...names('v1-p', 'p'), zUpper: { a: id('p') } })],
    'v1-p:latest',
  );
  v1(
    'a tag that is none',
    [...folder('q', document('q'), fresh()), repositories({ ...names('v1-q', 'q'), z: { 'a b': id('q') } })],
    'v1-q:latest',
  );
  for (const [what, value] of Object.entries({
    null: 'null',
    'a list': '[]',
    'a list in it': '{"a":[]}',
    'no JSON': 'x',
  }))
    v1(`repositories that are ${what}`, [file('repositories', value)]);
}

// ---- arguments
{
  const a = one('quiet');
  add('quiet', dockerArchive(a), a, { args: ['-q'] });
  const amd = one('amd');
  const arm = one('arm', 1, { architecture: 'arm64' });
  add('a platform that is there', dockerArchive(amd), amd, { args: ['--platform', 'linux/amd64'] });
  add('a platform that is not there', dockerArchive(amd), amd, { args: ['--platform', 'linux/arm64'] });
  add('a platform with a variant', dockerArchive(amd), amd, { args: ['--platform', 'linux/arm64/v8'] });
  add('a platform of two', dockerArchive(amd, arm), [amd, arm], { args: ['--platform', 'linux/arm64'] });
  add('no platform', dockerArchive(amd), amd, { args: ['--platform', ''] });
  add('a platform that is none', dockerArchive(amd), amd, { args: ['--platform', 'a/b/c/d'] });
  add('a file that is not there', Buffer.alloc(0), [], { args: ['-i', 'missing.tar'] });
  add('a directory', Buffer.alloc(0), [], { args: ['-i', '/'] });
  add('an argument', dockerArchive(amd), amd, { args: ['image.tar'] });
}

// ---- OCI layouts, which Docker 28 takes with containerd's store only
const OCI = 'Docker 28 takes OCI layouts with the containerd image store only';
{
  const add28 = (name, archive, images, more = {}) =>
    add(`OCI: ${name}`, archive, images, { beyond: OCI, ...more });
  const named = (value, more = {}) => ({
    annotations: { 'io.containerd.image.name': `docker.io/${value}`, ...more },
  });
  const blobsOf = ({ config, stored }) => [config, ...stored];
  const simple = (name, layerType, count) => {
    const it = one(name, count);
    const m = manifest(it, layerType);
    return { it, m, blobs: [m, ...blobsOf(it)] };
  };
  const put = (name, given, more, options) =>
    add28(name, layout(given.blobs, [describe(given.m, more)]), given.it, options);
  put(
    'named as containerd does',
    simple('oci-a'),
    named(`${tag('oci-a')}:1`, { 'org.opencontainers.image.ref.name': '1' }),
  );
  put('named by a tag alone', simple('oci-b'), {
    annotations: { 'org.opencontainers.image.ref.name': 'latest' },
  });
  put('named in full by OCI', simple('oci-c'), {
    annotations: { 'org.opencontainers.image.ref.name': `${tag('oci-c')}:2` },
  });
  put('without a name', simple('oci-d'), {});
  put('with a name that is none', simple('oci-e'), {
    annotations: { 'io.containerd.image.name': 'Upper:1' },
  });
  put(
    'with zstd layers',
    (() => {
      const layers = [fresh(), fresh()];
      const it = image({ layers, stored: layers.map(zstdRaw) });
      const m = manifest(it, 'application/vnd.oci.image.layer.v1.tar+zstd');
      return { it, m, blobs: [m, ...blobsOf(it)] };
    })(),
    named(`${tag('oci-zstd')}:1`),
  );
  put(
    'with gzip layers',
    (() => {
      const layers = [fresh(), fresh()];
      const it = image({ layers, stored: layers.map((tar) => gzipSync(tar)) });
      const m = manifest(it, 'application/vnd.oci.image.layer.v1.tar+gzip');
      return { it, m, blobs: [m, ...blobsOf(it)] };
    })(),
    named(`${tag('oci-gzip')}:1`),
  );
  put(
    "with Docker's media types",
    (() => {
      const it = one('oci-docker');
      const m = manifest(it, 'application/vnd.docker.image.rootfs.diff.tar', {
        mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      });
      return { it, m, blobs: [m, ...blobsOf(it)] };
    })(),
    { mediaType: 'application/vnd.docker.distribution.manifest.v2+json', ...named(`${tag('oci-docker')}:1`) },
  );
  const platform = (architecture) => ({ platform: { os: 'linux', architecture } });
  const many = ['arm64', 'amd64', 's390x'].map((architecture) => {
    const it = image({ layers: [fresh()], more: { architecture } });
    return { it, m: manifest(it), architecture };
  });
  const inner = index(many.map(({ m, architecture }) => describe(m, platform(architecture))));
  const allBlobs = many.flatMap(({ it, m }) => [m, ...blobsOf(it)]);
  const indexType = { mediaType: 'application/vnd.oci.image.index.v1+json' };
  add28(
    'of several platforms',
    layout([inner, ...allBlobs], [describe(inner, { ...indexType, ...named(`${tag('multi')}:1`) })]),
    [many[1].it],
  );
  add28(
    'of several platforms, another asked for',
    layout([inner, ...allBlobs], [describe(inner, { ...indexType, ...named(`${tag('multi')}:1`) })]),
    [many[0].it],
    { args: ['--platform', 'linux/arm64'] },
  );
  add28(
    'of several platforms, one that is not there',
    layout([inner, ...allBlobs], [describe(inner, { ...indexType, ...named(`${tag('multi')}:1`) })]),
    [],
    { args: ['--platform', 'linux/riscv64'] },
  );
  const outer = index([describe(inner, indexType)]);
  add28(
    'of an index in an index',
    layout([outer, inner, ...allBlobs], [describe(outer, { ...indexType, ...named(`${tag('nested')}:1`) })]),
    [many[1].it],
  );
  let deep = inner;
  const shells = [];
  for (let i = 0; i < 8; i++) {
    shells.push(deep);
    deep = index([describe(deep, indexType)]);
  }
  add28(
    'of many indexes in each other',
    layout([deep, ...shells, ...allBlobs], [describe(deep, indexType)]),
    [],
  );
  const attested = simple('oci-attested');
  const statement = json({ _type: 'https://in-toto.io/Statement/v0.1' });
  const attestation = json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest(json('{}')), size: 2 },
    layers: [
      { mediaType: 'application/vnd.in-toto+json', digest: digest(statement), size: statement.length },
    ],
  });
  const withAttestation = index([
    describe(attested.m, platform('amd64')),
    describe(attestation, {
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': digest(attested.m),
      },
      platform: { os: 'unknown', architecture: 'unknown' },
    }),
  ]);
  add28(
    'with an attestation',
    layout(
      [withAttestation, attestation, statement, json('{}'), ...attested.blobs],
      [describe(withAttestation, { ...indexType, ...named(`${tag('attested')}:1`) })],
    ),
    attested.it,
  );
  const [x, y] = [simple('oci-x'), simple('oci-y')];
  add28(
    'of two images',
    layout(
      [...x.blobs, ...y.blobs],
      [describe(x.m, named(`${tag('oci-x')}:1`)), describe(y.m, named(`${tag('oci-y')}:1`))],
    ),
    [x.it, y.it],
  );
  add28(
    'of two names for one image',
    layout(x.blobs, [describe(x.m, named(`${tag('oci-x')}:1`)), describe(x.m, named(`${tag('oci-x')}:2`))]),
    x.it,
  );
  const wrong = simple('oci-wrong');
  add28(
    'with a manifest that is another',
    layout(wrong.blobs, [describe(wrong.m, { digest: digest('else') })], [file(blob('else'), wrong.m)]),
    [],
  );
  const otherConfig = simple('oci-config');
  add28(
    'with a config that is another',
    layout(
      [otherConfig.m, ...otherConfig.it.stored],
      [describe(otherConfig.m)],
      [file(blob(otherConfig.it.config), config([digest('x'), digest('y')]))],
    ),
    [],
  );
  add28(
    'with a layer that is another',
    (() => {
      const it = simple('oci-layer');
      return layout(
        [it.m, it.it.config, it.it.stored[0]],
        [describe(it.m)],
        [file(blob(it.it.stored[1]), fresh())],
      );
    })(),
    [],
  );
  add28(
    'with a layer that is missing',
    (() => {
      const it = simple('oci-missing');
      return layout(it.blobs.slice(0, -1), [describe(it.m)]);
    })(),
    [],
  );
  add28('with a manifest that is missing', layout([], [describe(Buffer.from('nothing'))]), []);
  add28('with an index of nothing', layout([], []), []);
  add28(
    'with an index that is no JSON',
    tar(file('oci-layout', '{"imageLayoutVersion":"1.0.0"}'), file('index.json', 'nonsense')),
    [],
  );
  add28(
    'with an index of another kind',
    tar(file('oci-layout', '{"imageLayoutVersion":"1.0.0"}'), file('index.json', '{"manifests":7}')),
    [],
  );
  add28(
    'of another version',
    tar(file('oci-layout', '{"imageLayoutVersion":"2.0.0"}'), file('index.json', index([]))),
    [],
  );
  add28(
    'without the file that says so',
    tar(
      file('index.json', index([describe(wrong.m)])),
      ...wrong.blobs.map((bytes) => file(blob(bytes), bytes)),
    ),
    [],
  );
  add28(
    'with a digest that is none',
    layout([], [{ ...describe(Buffer.from('x')), digest: 'sha256:../../../etc/passwd' }]),
    [],
  );
  add28(
    'with an artifact that is no image',
    layout(
      [statement, json('{}'), attestation],
      [describe(attestation, { mediaType: 'application/vnd.example.thing' })],
    ),
    [],
  );
}

export const CASES = cases;
