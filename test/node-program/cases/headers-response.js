const h = new Headers({ 'Content-Type': 'text/plain' });
h.append('X-A', '1');
h.append('x-a', '2');
console.log(h.get('x-a'), [...h], h.has('content-type'));
(async () => {
  const r = new Response('{"a":1}', { status: 201 });
  console.log(r.status, r.ok, await r.json());
  console.log(
    await Response.json({ b: 2 }).text(),
    new Request('http://x/y', { method: 'post', body: 'z' }).method,
  );
})();
