import { describe, expect, it } from 'vitest';
import { faultOf } from './file-rules';

const file = { name: '佐证.PDF', type: 'application/pdf', size: 10 };

describe('a chosen file', () => {
  it.each([
    ['passes by its ending, whatever the case', file, { accept: '.docx,.pdf' }, undefined],
    ['passes by its type', file, { accept: 'application/*' }, undefined],
    ['passes where nothing is asked', file, {}, undefined],
    ['passes at the limit', file, { maxBytes: 10 }, undefined],
    ['is refused when it is empty', { ...file, size: 0 }, {}, 'empty'],
    ['is refused over the limit', file, { maxBytes: 9 }, 'tooLarge'],
    ['is refused for its type', file, { accept: '.docx,image/*' }, 'wrongType'],
  ])('%s', (_what, chosen, rules, fault) => {
    expect(faultOf(chosen, rules)).toBe(fault);
  });
});
