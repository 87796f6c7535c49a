import { describe, expect, it } from 'vitest';
import { turn } from './table';

describe('a press on the head of a column', () => {
  it('orders by it, first upward, then downward, then upward again', () => {
    const first = turn({ key: 'name', direction: 'descending' }, 'score');
    expect(first).toEqual({ key: 'score', direction: 'ascending' });
    expect(turn(first, 'score')).toEqual({ key: 'score', direction: 'descending' });
    expect(turn(turn(first, 'score'), 'score')).toEqual(first);
  });
});
