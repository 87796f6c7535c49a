/**
 * Stops when one part of the program breaks its promise to another: a bug, logged with its stack.
 * What a person may do wrong is never checked so: that a rule refuses.
 */
export function promiseKept(isKept: boolean, promise: string): asserts isKept {
  if (!isKept) throw new RangeError(`promise broken: ${promise}`);
}
