// What a script calls its own errors stays, also where it is what the engine would say.
class Derived extends TypeError {}
class Explicit extends TypeError {
  constructor(message) {
    super(message);
  }
}
const makers = [
  () => new TypeError('not a function'),
  () => TypeError('circular reference'),
  () => new Derived('not a function'),
  () => new Explicit('not a function'),
  () => new globalThis.RangeError('invalid array length'),
  () =>
    new SyntaxError(
      'unexpected end of string',
    ),
  () => Reflect.construct(TypeError, ['not a function']),
];
for (const make of makers) {
  const error = make();
  console.log(error.name, error.message, error.stack.split('\n')[0]);
}
for (const wrong of [
  () => undefinedFunction.call(),
  () => makers.nothing(),
  () => makers.nothing.more,
  () => new Array(-1),
  () => new makers.nothing(),
  () => {
    const circle = {};
    circle.circle = circle;
    JSON.stringify(circle);
  },
  () => {
    const isNoError = 1;
    isNoError();
  },
]) {
  try {
    wrong();
  } catch (error) {
    console.log(error.name, error.message.split('\n')[0]);
  }
}
