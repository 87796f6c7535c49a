import { describe, expect, it } from 'vitest';
import { type AttachmentState, filesUnderWay, isFiled, waitAfter } from './file-states.js';

const file = (ruleKey: string, state: AttachmentState, refusal: string | null = null) => ({
  ruleKey,
  state,
  refusal,
});

describe('a file', () => {
  it.each([
    ['ready', file('body', 'ready'), true],
    ['ready without a copy for judges', file('body', 'ready', 'no-blind-copy'), true],
    ['waiting for a scanner that is down', file('body', 'checking', 'scanner-down'), true],
    ['being checked', file('body', 'checking'), false],
    ['arriving', file('body', 'arriving'), false],
    ['refused', file('body', 'refused', 'file-damaged'), false],
  ])('that is %s goes with its entry: %#', (_what, given, goes) => {
    expect(isFiled(given)).toBe(goes);
  });
});

describe('files under way', () => {
  it('are counted by rule, those arriving and those being checked; refused ones hold nothing up', () => {
    const files = [
      file('photo', 'arriving'),
      file('photo', 'checking'),
      file('photo', 'arriving'),
      file('photo', 'refused', 'file-empty'),
      file('body', 'checking', 'scanner-down'),
      file('form', 'checking'),
    ];
    expect(filesUnderWay(files)).toEqual([
      { where: 'photo', code: 'file-arriving', params: { items: 2 } },
      { where: 'photo', code: 'file-checking', params: { items: 1 } },
      { where: 'form', code: 'file-checking', params: { items: 1 } },
    ]);
  });
});

describe('the next try of a check', () => {
  it.each([
    [1, 30],
    [2, 60],
    [5, 480],
    [6, 900],
    [500, 900],
  ])('after %i comes in %i seconds', (tries, seconds) => {
    expect(waitAfter(tries)).toBe(seconds * 1_000);
  });
});
