import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frozenText } from './fingerprint.js';
import { fusionCase } from './templates/fusion-case.js';

const span = { opensAt: new Date('2020-07-01'), closesAt: new Date('2020-08-01') };
const rules = {
  config: fusionCase.config,
  categories: [
    { code: 'DY', name: '德育', rubricKey: 'fusion-dy', position: 1 },
    { code: 'SD', name: '师德', rubricKey: 'fusion-sd', position: 2 },
  ],
  quotas: [
    { unitCode: '430100', categoryCode: 'DY', places: 3 },
    { unitCode: '430100', categoryCode: 'SD', places: 1 },
    { unitCode: '430200', categoryCode: 'DY', places: 2 },
  ],
  windows: { submission: span, recommendation: span, judging: span },
};
const text = frozenText(rules);

describe('the frozen text of the rules', () => {
  it('is the same in whatever order the database gave the rows', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rules.quotas, { minLength: 3 }),
        fc.shuffledSubarray(rules.categories, { minLength: 2 }),
        (quotas, categories) => {
          expect(frozenText({ ...rules, quotas, categories })).toBe(text);
        },
      ),
    );
  });

  it('covers the rules, the categories, the places and the calendar, and nothing else', () => {
    expect(Object.keys(JSON.parse(text) as object)).toEqual([
      ...['categories', 'config', 'quotas', 'windows'],
    ]);
  });

  it('does not know ids, versions or places of nobody', () => {
    const noisy = {
      ...rules,
      categories: rules.categories.map((category) => ({ ...category, id: 'random' })),
      quotas: [...rules.quotas, { unitCode: '430300', categoryCode: 'DY', places: 0 }],
    };
    expect(frozenText(noisy)).toBe(text);
  });

  it.each([
    ['a rule', { config: { ...rules.config, noun: '作品' as const } }],
    ['a category', { categories: rules.categories.slice(1) }],
    ['a place', { quotas: rules.quotas.slice(1) }],
    ['a deadline', { windows: { ...rules.windows, judging: { ...span, closesAt: new Date(0) } } }],
  ])('differs when %s does', (_what, part) => {
    expect(frozenText({ ...rules, ...part })).not.toBe(text);
  });
});
