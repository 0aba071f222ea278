const p = new URLSearchParams('?a=1&b=2&a=3&c=%20x+y');
console.log(p.getAll('a'), p.get('c'), p.has('b'), [...p], p.toString(), p.size);
p.set('a', 'new');
p.delete('b');
p.sort();
console.log(p, String(new URLSearchParams({ q: 'é&=', n: 5 })), new URLSearchParams([['k', 'v']]).toString());
p.forEach((v, k) => console.log(k, v));
