const attempt = (...args) => {
  try {
    console.log(structuredClone(...args));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const buffer = new ArrayBuffer(4);
const copy = structuredClone({ buffer, view: new Uint8Array(buffer, 1, 2) }, { transfer: [buffer] });
console.log(buffer.byteLength, copy, copy.view.buffer === copy.buffer);
const typed = new Float64Array([1, 2, 3]).subarray(1);
const both = structuredClone([typed, new DataView(typed.buffer, 8)]);
console.log(both[0], both[1].getFloat64(0, true), both[0].buffer === both[1].buffer);
attempt();
attempt(1, 'x');
attempt(1, null);
attempt(1, { transfer: 1 });
attempt(1, { transfer: [{}] });
attempt(1, { transfer: [copy.buffer, copy.buffer] });
attempt(Symbol('s'));
