import { describe, expect, it } from 'vitest';
import { promiseKept } from './promise-kept.js';

describe('promiseKept', () => {
  it('lets a kept promise pass', () => {
    expect(() => promiseKept(true, 'two is two')).not.toThrow();
  });

  it('stops on a broken one and names it', () => {
    expect(() => promiseKept(false, 'two is three')).toThrow(
      new RangeError('promise broken: two is three'),
    );
  });
});
