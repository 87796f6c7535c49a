import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/house.js';
import { checkedSelection } from '../support/judging.js';
import { clientIn } from '../support/programmes.js';
import { verifiedSelection } from '../support/tally.js';

type Row = Record<'code' | 'meanScore', string> &
  Record<'places' | 'recommended' | 'accepted' | 'selected', number>;

const figures = (rows: Row[]): unknown[] =>
  rows.map((row) => [
    row.code,
    row.places,
    row.recommended,
    row.accepted,
    row.selected,
    row.meanScore,
  ]);

describe('the comparison of recommending units', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('has no results before the tally', async () => {
    const { admin, programmeId } = await checkedSelection(house);
    const { body } = await admin.get(`/api/reporting/programmes/${programmeId}/prefectures`);
    expect(figures(body.rows)).toEqual([
      ['430100', 3, 2, 2, 0, null],
      ['430200', 2, 2, 2, 0, null],
      ['439900', 1, 0, 0, 0, null],
    ]);
  });
});

describe('the comparison of recommending units after the tally', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('has every unit in the order of its code, with means to two decimals', async () => {
    const { admin, programmeId, organisations } = await verifiedSelection(house);
    const url = `/api/reporting/programmes/${programmeId}/prefectures`;
    const { body } = await admin.get(url);
    expect(figures(body.rows)).toEqual([
      ['430100', 3, 2, 2, 2, '80.50'],
      ['430200', 2, 2, 2, 0, '76.50'],
      ['439900', 1, 0, 0, 0, null],
    ]);
    const supervisor = await clientIn(house, organisations, 'supervisor', '430000');
    expect((await supervisor.get(url)).body).toEqual(body);
    for (const [role, code] of [
      ['prefecture-officer', '430100'],
      ['judge', '430000'],
      ['submitter', '430102-01'],
    ] as const) {
      const client = await clientIn(house, organisations, role, code);
      expect([role, (await client.get(url)).status]).toEqual([role, 403]);
    }
  });
});
