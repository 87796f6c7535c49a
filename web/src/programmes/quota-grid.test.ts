import { describe, expect, it } from 'vitest';
import type { QuotaTable } from './queries';
import { cellKey, placesOf, rowsOf, sumOf, wrongCells } from './quota-grid';

const unit = (code: string) => ({ code, name: code, shortName: code });
const table: QuotaTable = {
  version: 1,
  units: [unit('430100'), unit('430200')],
  categories: [
    { code: 'DY', name: '德育' },
    { code: 'SD', name: '师德' },
  ],
  quotas: [
    { organisationCode: '430100', categoryCode: 'DY', places: 3 },
    { organisationCode: '430200', categoryCode: 'SD', places: 1 },
  ],
};

describe('the grid of places', () => {
  it('has a cell for every unit and category, empty where none were given', () => {
    expect(placesOf(table)).toEqual({
      '430100/DY': 3,
      '430100/SD': null,
      '430200/DY': null,
      '430200/SD': 1,
    });
  });

  it('sends back what it was made of', () => {
    expect(rowsOf(table, placesOf(table))).toEqual(table.quotas);
  });

  it('sends no row for a nought', () => {
    expect(rowsOf(table, { ...placesOf(table), [cellKey('430100', 'DY')]: 0 })).toEqual([
      table.quotas[1],
    ]);
  });

  it('sums the whole, a unit and a category, and leaves out what is no number of places', () => {
    const places = { ...placesOf(table), '430100/SD': Number.NaN, '430200/DY': -5 };
    expect([
      sumOf(places),
      sumOf(places, (key) => key.startsWith('430100/')),
      sumOf(places, (key) => key.endsWith('/SD')),
    ]).toEqual([4, 3, 1]);
  });

  it('finds the numbers that cannot be places', () => {
    const places = { a: -1, b: 1000, c: 999, d: 0, e: null, f: Number.NaN };
    expect(wrongCells(places)).toEqual(['a', 'b', 'f']);
  });
});
