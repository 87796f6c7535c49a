import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingValue } from './field-value.js';
import type { FieldRule } from './form.js';

const rule = (kind: FieldRule['kind'], more: Partial<FieldRule> = {}): FieldRule => ({
  key: 'it',
  kind,
  required: true,
  ...more,
});
const kinds = [
  'text',
  'long-text',
  'section',
  'choice',
  'number',
  'date',
  'people',
  'keywords',
  'attestation',
] as const;

describe('a value is kept', () => {
  it.each<[string, FieldRule, unknown, unknown]>([
    ['as it was typed, over its limit too', rule('section', { maxWords: 1 }), ' 一二 ', ' 一二 '],
    ['when it clears a choice', rule('choice', { choices: ['公办'] }), '', ''],
    ['when it is a known choice', rule('choice', { choices: ['公办'] }), '公办', '公办'],
    ['when it is a number', rule('number'), -1.5, -1.5],
    ['when it is a leap day', rule('date'), '2020-02-29', '2020-02-29'],
    ['when it is an attestation', rule('attestation'), true, true],
    ['without blank keywords', rule('keywords'), [' 党建 ', ' ', '德育'], ['党建', '德育']],
    [
      'with every part of a person',
      rule('people'),
      [{ name: ' 𠮷田 ', post: '校长' }],
      [{ name: '𠮷田', title: '', post: '校长', phone: '' }],
    ],
  ])('%s', (_when, field, value, kept) => {
    expect(fittingValue(field, value)).toEqual({ ok: true, value: kept });
  });
});

describe('a value is refused', () => {
  it.each<[string, FieldRule, unknown, string]>([
    ['when a text is a number', rule('text'), 1, 'bad-value'],
    ['when a text is far too long', rule('text'), 'a'.repeat(1_001), 'value-too-large'],
    ['when a choice is not offered', rule('choice', { choices: ['公办'] }), '私立', 'bad-value'],
    ['when a number is no number', rule('number'), Number.NaN, 'bad-value'],
    ['when a number is a text', rule('number'), '', 'bad-value'],
    ['when a date does not exist', rule('date'), '2021-02-29', 'bad-value'],
    ['when a date is written otherwise', rule('date'), '2021/2/1', 'bad-value'],
    ['when a person has other parts', rule('people'), [{ name: 'a', id: '1' }], 'bad-value'],
    ['when a person is a list', rule('people'), [[1]], 'bad-value'],
    ['when a keyword is long', rule('keywords'), ['字'.repeat(61)], 'bad-value'],
    ['when there are too many', rule('keywords'), Array(51).fill('a'), 'value-too-large'],
    ['when an attestation is a word', rule('attestation'), 'true', 'bad-value'],
  ])('%s', (_when, field, value, code) => {
    expect(fittingValue(field, value)).toEqual({ ok: false, code });
  });

  it('or kept in a shape that is kept again, whatever is sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.jsonValue(), (kind, sent) => {
        const first = fittingValue(rule(kind), sent);
        if (first.ok) expect(fittingValue(rule(kind), first.value)).toEqual(first);
      }),
    );
  });
});
