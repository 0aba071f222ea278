const u = new URL('https://user:pa%20ss@example.com:8080/a/b/../c?x=1&y=2#frag');
console.log(u);
console.log(u.href, u.host, u.origin, u.searchParams.get('y'), String(u), JSON.stringify({ u }));
u.searchParams.append('z', 'a b&c');
u.hash = '';
u.port = '';
u.pathname = '/new path';
console.log(u.href);
console.log(new URL('../x', 'http://h/a/b/c').href, URL.canParse('nope'), URL.canParse('http://x'));
try {
  new URL('nope');
} catch (e) {
  console.log(e.name, e.code, e.message, e.input);
}
for (const text of ['http://a b/', 'ws://a%zz/', 'x://a%20b/']) console.log(URL.canParse(text));
