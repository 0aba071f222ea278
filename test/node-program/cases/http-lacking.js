let ok = 0;
for (const name of ['http', 'https', 'net', 'worker_threads', 'cluster', 'zlib'])
  try {
    require(name);
  } catch (e) {
    ok++;
  }
console.log('asked');
