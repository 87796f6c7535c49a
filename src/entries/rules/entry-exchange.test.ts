import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, chunked, headingsOf, valueOf } from './entry-exchange.js';
import type { FieldRule, FieldValue } from './form.js';

const field = (kind: FieldRule['kind'], more: Partial<FieldRule> = {}): FieldRule => ({
  key: 'a',
  kind,
  required: false,
  ...more,
});

/** What a person may have typed and the server keeps: no other control than the end of a line. */
const typed = fc
  .string({ unit: fc.constantFrom(...'党建|\\nA1， 、"=+-@\n张'), maxLength: 40 })
  .map((text) => text.trim());
const part = typed.map((text) => text.slice(0, 50).trim());
const oneLine = part.filter((text) => text !== '');

describe('an answer in a cell', () => {
  it.each<[string, FieldRule, fc.Arbitrary<FieldValue>]>([
    ['a text', field('text'), typed.filter((text) => text !== '')],
    ['a section', field('section'), typed.filter((text) => text !== '')],
    [
      'a number',
      field('number'),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
    ],
    ['a choice', field('choice', { choices: ['小学', '初中'] }), fc.constantFrom('小学', '初中')],
    ['a date', field('date'), fc.constantFrom('2020-02-29', '1999-12-31')],
    ['keywords', field('keywords'), fc.array(oneLine, { minLength: 1, maxLength: 5 })],
    [
      'people',
      field('people'),
      fc.array(fc.record({ name: oneLine, title: part, post: part, phone: part }), {
        minLength: 1,
        maxLength: 5,
      }),
    ],
  ])('is read as it was written: %s', (_what, rule, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(valueOf(rule, cellOf(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it.each<[string, FieldRule, string, string]>([
    ['no number', field('number'), '三', 'bad-value'],
    ['no day', field('date'), '2020-02-30', 'bad-value'],
    ['no choice', field('choice', { choices: ['小学'] }), '大学', 'bad-choice'],
    ['a person of five parts', field('people'), 'a|b|c|d|e', 'bad-value'],
    ['a novel', field('text'), '长'.repeat(1001), 'value-too-large'],
  ])('is refused: %s', (_what, rule, cell, code) => {
    expect(valueOf(rule, cell)).toEqual({ ok: false, code });
  });

  it('of an attestation is not taken from a sheet', () => {
    expect(valueOf(field('attestation'), '是')).toEqual({ ok: true, value: null });
    expect([cellOf(true), cellOf(false), cellOf(null)]).toEqual(['是', '', '']);
  });

  it('of people may be typed by hand', () => {
    expect(valueOf(field('people'), '张三||校长\n\n李四')).toEqual({
      ok: true,
      value: [
        { name: '张三', title: '', post: '校长', phone: '' },
        { name: '李四', title: '', post: '', phone: '' },
      ],
    });
  });
});

it('a long text goes on in further cells and is never cut within a character', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 61_000 }), fc.constantFrom('长', '𬍛', 'a'), (n, one) => {
      const text = `a${one.repeat(n)}`;
      const chunks = chunked(text);
      expect(chunks.join('')).toBe(text);
      for (const chunk of chunks) {
        expect(chunk.length).toBeLessThanOrEqual(30_000);
        expect(chunk.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
  expect(chunked('')).toEqual(['']);
});

it('columns of one heading are told apart', () => {
  const named = ['类别', '摘要', '摘要', '关键词'].map((label, index) => ({
    ...field('text', { key: `k${index}` }),
    label,
  }));
  expect([...headingsOf(named).values()]).toEqual([
    '类别（k0）',
    '摘要（k1）',
    '摘要（k2）',
    '关键词',
  ]);
});
