const path = require('path');
console.log(
  path.join('a', '..', '/b', './c/'),
  path.resolve('/a', 'b', '../c'),
  path.normalize('/a/./b//../c/'),
  path.join(''),
  path.join('..', 'x'),
);
console.log(
  path.basename('/a/b.txt'),
  path.basename('/a/b.txt', '.txt'),
  path.extname('x.tar.gz'),
  path.extname('.bashrc'),
  path.extname('a.'),
  path.dirname('/a/b/c'),
  path.dirname('/a'),
  path.dirname('a'),
);
console.log(
  path.relative('/a/b/c', '/a/d'),
  path.relative('/a', '/a'),
  path.isAbsolute('/a'),
  path.isAbsolute('a'),
);
console.log(
  path.parse('/home/u/file.txt'),
  path.format({ dir: '/x', name: 'y', ext: '.z' }),
  path.parse('./a/b'),
  path.parse('/'),
);
console.log(path.sep, path.delimiter, path.posix === path, path.format({ root: '/', base: 'f' }));
try {
  path.join(1);
} catch (e) {
  console.log(e.message);
}
