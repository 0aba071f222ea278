const { types } = require('util');
console.log(
  types.isDate(new Date()),
  types.isRegExp(/x/),
  types.isMap(new Map()),
  types.isSet([]),
  types.isPromise(Promise.resolve()),
  types.isTypedArray(new Uint8Array()),
  types.isUint8Array(Buffer.alloc(1)),
  types.isAsyncFunction(async () => {}),
  types.isGeneratorFunction(function* () {}),
  types.isNativeError(new TypeError()),
  types.isArrayBuffer(new ArrayBuffer(1)),
  types.isBoxedPrimitive(Object(1)),
);
