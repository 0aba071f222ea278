console.log(
  new TextEncoder().encode('hé€😀'),
  new TextDecoder().decode(new Uint8Array([0xe2, 0x82, 0xac])),
  new TextDecoder('utf-16le').decode(new Uint8Array([65, 0])),
  new TextDecoder('latin1').encoding,
);
try {
  new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff]));
} catch (e) {
  console.log(e.name, e.code);
}
const d = new TextDecoder();
console.log(d.decode(new Uint8Array([0xe2, 0x82]), { stream: true }) + d.decode(new Uint8Array([0xac])));
try {
  new TextDecoder('nope');
} catch (e) {
  console.log(e.name, e.code, e.message);
}
