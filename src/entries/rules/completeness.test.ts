import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSections, bodyWords, hardLimit, shortcomings } from './completeness.js';
import type { FieldRule, FieldValue, Form } from './form.js';

const title = '红烛领航育人实践';
const rule = (kind: FieldRule['kind'], more: Partial<FieldRule> = {}): FieldRule => ({
  key: 'it',
  kind,
  required: true,
  ...more,
});
const found = (field: FieldRule, value: FieldValue) =>
  shortcomings({ fields: [field], attachments: [] }, { title, values: { it: value }, files: {} });
const one = (code: string, params = {}) => [{ where: 'it', code, params }];
const words = (count: number): string => '字'.repeat(count);
const person = (name: string) => ({ name, title: '', post: '', phone: '' });

describe('a field', () => {
  it.each<[string, FieldRule, FieldValue, unknown]>([
    ['is missing when null', rule('text'), null, one('missing')],
    ['is missing when blank', rule('text'), ' \n\u3000', one('missing')],
    ['is missing when an empty list', rule('keywords'), [], one('missing')],
    ['is missing when not attested', rule('attestation'), false, one('missing')],
    ['may be empty when not required', rule('text', { required: false }), null, []],
    [
      'is too short below its least words',
      rule('text', { minWords: 3 }),
      words(2),
      one('too-short', { words: 2, min: 3 }),
    ],
    ['fits at its least words', rule('text', { minWords: 3 }), words(3), []],
    ['fits at its most words', rule('section', { maxWords: 10 }), words(10), []],
    [
      'is too long above its most words',
      rule('section', { maxWords: 10 }),
      words(11),
      one('too-long', { words: 11, max: 10 }),
    ],
    ['fits at its tolerance', rule('section', { maxWords: 10, tolerance: 10 }), words(11), []],
    [
      'is too long above its tolerance',
      rule('section', { maxWords: 10, tolerance: 10 }),
      words(12),
      one('too-long', { words: 12, max: 11 }),
    ],
    ['fits a known choice', rule('choice', { choices: ['公办', '民办'] }), '公办', []],
    ['refuses an unknown choice', rule('choice', { choices: ['公办'] }), '国有', one('bad-choice')],
    ['refuses a text for a number', rule('number'), '3', one('bad-value')],
    ['fits zero', rule('number'), 0, []],
    ['fits a date', rule('date'), '2020-06-01', []],
    ['refuses a list for a text', rule('text'), ['a'], one('bad-value')],
    [
      'has too few items',
      rule('keywords', { minItems: 3 }),
      ['党建'],
      one('too-few', { items: 1, min: 3 }),
    ],
    [
      'has too many items',
      rule('people', { maxItems: 1 }),
      [person('张三'), person('李四')],
      one('too-many', { items: 2, max: 1 }),
    ],
    ['refuses a person without a name', rule('people'), [person(' ')], one('bad-value')],
  ])('%s', (_what, field, value, expected) => {
    expect(found(field, value)).toEqual(expected);
  });
});

describe('a whole form', () => {
  const form: Form = {
    fields: [
      rule('section', { key: 'a', maxWords: 100 }),
      rule('section', { key: 'b', maxWords: 100 }),
    ],
    attachments: [{ key: 'body', min: 1, max: 2 }],
    bodyMaxWords: 20,
    bodyTolerance: 10,
  };
  const filled = (a: number, b: number, body: number) => ({
    title,
    values: { a: words(a), b: words(b) },
    files: { body },
  });

  it('has nothing against a complete entry', () => {
    expect(shortcomings(form, filled(11, 11, 1))).toEqual([]);
  });
  it('counts its sections together', () => {
    expect(shortcomings(form, filled(11, 12, 1))).toEqual([
      { where: allSections, code: 'too-long', params: { words: 23, max: 22 } },
    ]);
  });
  it('wants its files', () => {
    expect(shortcomings(form, filled(1, 1, 0))).toEqual([
      { where: 'body', code: 'missing', params: { items: 0, min: 1 } },
    ]);
    expect(shortcomings(form, filled(1, 1, 3))).toEqual([
      { where: 'body', code: 'too-many', params: { items: 3, max: 2 } },
    ]);
  });
  it('wants a title of 6 to 40 words', () => {
    const shortOf = (text: string) => shortcomings(form, { ...filled(1, 1, 1), title: text });
    expect([words(6), words(40)].flatMap(shortOf)).toEqual([]);
    expect([words(5), words(41)].flatMap(shortOf).map(({ code }) => code)).toEqual([
      'too-short',
      'too-long',
    ]);
  });
});

describe('for any form', () => {
  const kind = fc.constantFrom<FieldRule['kind']>('text', 'long-text', 'section');
  it('a text is exactly missing, too short, too long or nothing', () => {
    fc.assert(
      fc.property(
        kind,
        fc.nat(30),
        fc.nat(20),
        fc.nat(20),
        fc.nat(20),
        (k, count, min, more, tolerance) => {
          const field = rule(k, { minWords: min, maxWords: min + more, tolerance });
          const codes = found(field, words(count)).map(({ code }) => code);
          const most = hardLimit(min + more, tolerance);
          const expected =
            count === 0
              ? ['missing']
              : count < min
                ? ['too-short']
                : count > most
                  ? ['too-long']
                  : [];
          expect(codes).toEqual(expected);
        },
      ),
    );
  });
  it('the words of the body are the sum of its sections and of nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, fc.nat(50)), { maxLength: 8 }), (parts) => {
        const fields = parts.map(([k], index) => rule(k, { key: `f${index}` }));
        const values = Object.fromEntries(parts.map(([, n], index) => [`f${index}`, words(n)]));
        const sum = parts.reduce((total, [k, n]) => total + (k === 'section' ? n : 0), 0);
        expect(bodyWords(fields, values)).toBe(sum);
      }),
    );
  });
});
