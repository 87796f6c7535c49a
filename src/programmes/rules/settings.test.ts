import { describe, expect, it } from 'vitest';
import { placeQuotas } from './quota-table.js';
import { withSettings } from './settings.js';
import { fusionCase } from './templates/fusion-case.js';

const { config } = fusionCase;
const tier = config.awards[0];

describe('settings', () => {
  it('leave everything as it is when they name nothing', () => {
    expect(withSettings(config, {})).toEqual({ ok: true, value: config });
  });

  it('change what they name and nothing else', () => {
    const publicity = {
      amount: 7,
      unit: 'calendar-day',
      countFirstDay: true,
      preReview: false,
    } as const;
    const awards = [{ code: 'model', amount: 12, minScore: null }];
    expect(withSettings(config, { awards, perEntry: 7, publicity })).toEqual({
      ok: true,
      value: {
        ...config,
        awards: [{ ...tier, perCategory: { kind: 'count', value: 12 }, minScore: null }],
        panel: { ...config.panel, perEntry: 7 },
        publicity,
      },
    });
  });

  it('count in the way the tier counts', () => {
    const byShare = {
      ...config,
      awards: [{ ...config.awards[0]!, perCategory: { kind: 'ratio', perCent: 10 } as const }],
    };
    const changed = withSettings(byShare, {
      awards: [{ code: 'model', amount: 15, minScore: 8000 }],
    });
    expect(changed.ok && changed.value.awards[0]?.perCategory).toEqual({
      kind: 'ratio',
      perCent: 15,
    });
  });

  it('are refused for an award the rules do not have', () => {
    const awards = [{ code: 'gold', amount: 1, minScore: null }];
    expect(withSettings(config, { awards })).toEqual({ ok: false, code: 'unknown-award' });
  });
});

describe('a table of places', () => {
  const known = {
    units: new Map([
      ['430100', 'unit-1'],
      ['430200', 'unit-2'],
    ]),
    categories: new Map([
      ['DY', 'category-1'],
      ['SD', 'category-2'],
    ]),
  };
  const row = { organisationCode: '430100', categoryCode: 'DY', places: 3 };

  it('finds the ids of units and categories', () => {
    const other = { organisationCode: '430200', categoryCode: 'SD', places: 0 };
    expect(placeQuotas([row, other], known)).toEqual({
      ok: true,
      value: [
        { unitId: 'unit-1', categoryId: 'category-1', places: 3 },
        { unitId: 'unit-2', categoryId: 'category-2', places: 0 },
      ],
    });
  });

  it.each([
    ['an unknown unit', { ...row, organisationCode: '430102' }, 'unknown-unit'],
    ['an unknown category', { ...row, categoryCode: 'dy' }, 'unknown-category'],
    ['the same place twice', { ...row, places: 4 }, 'quota-twice'],
  ])('is refused with %s', (_what, wrong, code) => {
    expect(placeQuotas([row, wrong], known)).toEqual({ ok: false, code, row: wrong });
  });
});
