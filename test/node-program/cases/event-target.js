const t = new EventTarget();
t.addEventListener('x', (e) => console.log(e.type, e instanceof Event, e.target === t), { once: true });
t.dispatchEvent(new Event('x'));
console.log(t.dispatchEvent(new Event('x')));
