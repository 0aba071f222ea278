/** What fs.stat and fs.readdir answer. */

const FMT = 0o170000;
const KINDS = {
  isDirectory: 0o040000,
  isFile: 0o100000,
  isSymbolicLink: 0o120000,
  isFIFO: 0o010000,
  isSocket: 0o140000,
  isCharacterDevice: 0o020000,
  isBlockDevice: 0o060000,
};
const NAMES = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
const TIMES = ['atime', 'mtime', 'ctime'];

export class Stats {
  constructor(numbers, isBig = false) {
    NAMES.forEach((name, index) => {
      this[name] = isBig ? BigInt(numbers[index]) : numbers[index];
    });
    const nanoseconds = [...numbers.slice(NAMES.length), numbers.at(-1)].map(BigInt);
    [...TIMES, 'birthtime'].forEach((name, index) => {
      this[`${name}Ms`] = isBig ? nanoseconds[index] / 1_000_000n : Number(nanoseconds[index]) / 1e6;
    });
    if (isBig)
      [...TIMES, 'birthtime'].forEach((name, index) => {
        this[`${name}Ns`] = nanoseconds[index];
      });
    [...TIMES, 'birthtime'].forEach((name, index) => {
      this[name] = new Date(Number(nanoseconds[index] / 1_000_000n));
    });
  }
}

const kind = Symbol('type');

export class Dirent {
  /** `name` may have folders before it, below `path`. */
  constructor(name, type, path) {
    this.name = name.slice(name.lastIndexOf('/') + 1);
    this.parentPath = name.includes('/') ? `${path}/${name.slice(0, name.lastIndexOf('/'))}` : path;
    this.path = this.parentPath;
    this[kind] = type;
  }
}

for (const [name, bits] of Object.entries(KINDS)) {
  Stats.prototype[name] = function () {
    return (Number(this.mode) & FMT) === bits;
  };
  Dirent.prototype[name] = function () {
    return this[kind] === bits;
  };
  for (const { prototype } of [Stats, Dirent]) Object.defineProperty(prototype, name, { enumerable: false });
}
