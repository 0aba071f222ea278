/** The kernel's error numbers, by name. */
import { call } from './bridge.js';
import { codedError, invalidArgument, textOf } from './errors.js';

let numbers;
export const errorNumbers = () => (numbers ??= Object.freeze(call('errno.numbers')));

export const getSystemErrorMap = () =>
  new Map(Object.entries(errorNumbers()).map(([name, number]) => [-number, [name, textOf(name)]]));

export function getSystemErrorName(number) {
  if (typeof number !== 'number') throw invalidArgument('err', 'number', number);
  if (number >= 0 || !Number.isSafeInteger(number))
    throw codedError(
      RangeError,
      'ERR_OUT_OF_RANGE',
      `The value of "err" is out of range. It must be a negative integer. Received ${number}`,
    );
  return getSystemErrorMap().get(number)?.[0] ?? `Unknown system error ${number}`;
}
