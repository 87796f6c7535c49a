import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../support/client.js';
import { asOwner, type House, openHouse } from '../support/house.js';
import { clientIn } from '../support/programmes.js';
import { judgedSelection, type JudgedSelection, verifiedSelection } from '../support/tally.js';

const outcome = ({ status, body }: Reply): unknown[] => [status, body?.code];

describe('the clock of a public notice', () => {
  let house: House;
  let selection: JudgedSelection;
  let url: string;

  beforeAll(async () => {
    house = await openHouse();
    selection = await verifiedSelection(house);
    url = `/api/announcement/programmes/${selection.programmeId}`;
  });
  afterEach(() =>
    asOwner(house, [
      'delete from announcement.release',
      `update programmes.programme set state = 'verified'`,
    ]),
  );
  afterAll(() => house.close());

  /** The first day of a notice and a moment of it. */
  const morningOf = (date: string): string => `${date}T01:00:00.000Z`;
  const countFirstDay = (counted: boolean): Promise<void> =>
    asOwner(house, [
      'alter table programmes.programme disable trigger user',
      `update programmes.programme set config = jsonb_set(config, '{publicity,countFirstDay}', '${counted}')`,
      'alter table programmes.programme enable trigger user',
    ]);

  it.each([
    ['2025-10-27', false, '2025-11-03'],
    ['2025-10-27', true, '2025-10-31'],
    ['2023-10-08', false, '2023-10-13'],
    ['2023-10-08', true, '2023-10-12'],
    ['2025-01-24', false, '2025-02-07'],
    ['2025-01-24', true, '2025-02-06'],
    ['2026-04-30', false, '2026-05-11'],
    ['2026-04-30', true, '2026-05-09'],
  ])('from %s (first day counted: %s) runs to the end of %s', async (startsOn, counted, endsOn) => {
    await countFirstDay(counted);
    await house.setClock(morningOf(startsOn));
    const given = await selection.admin.post(`${url}/notice`, { startsOn });
    expect(given.status).toBe(201);
    const { body } = await selection.admin.get(url);
    expect(body.releases).toMatchObject([{ id: given.body.id, startsOn, endsOn, listed: 2 }]);
    expect([body.programmeState, body.actions]).toEqual(['notice', []]);
    await house.setClock(`${endsOn}T15:59:58.000Z`);
    const early = await selection.admin.post(`${url}/final`);
    expect([...outcome(early), early.body.details]).toEqual([
      409,
      'announcement.notice-running',
      { endsAt: `${endsOn}T16:00:00.000Z` },
    ]);
    await house.setClock(`${endsOn}T16:00:00.000Z`);
    expect((await selection.admin.get(url)).body.actions).toEqual(['final']);
    expect((await selection.admin.post(`${url}/final`)).status).toBe(201);
    const { body: after } = await selection.admin.get(url);
    expect([after.programmeState, after.actions]).toEqual(['announced', []]);
    const [notice, final] = after.releases as { kind: string; fingerprint: string }[];
    expect([notice?.kind, final?.kind]).toEqual(['notice', 'final']);
    expect(final?.fingerprint).toBe(notice?.fingerprint);
  });

  const far = '2099-03-02';
  it.each([
    ['before today', { startsOn: '2025-10-26' }, 422, 'announcement.starts-in-past'],
    ['in an uncovered year', { startsOn: far }, 409, 'announcement.calendar-not-covered'],
    [
      'in an uncovered year without a last day',
      { startsOn: far, confirmUncoveredYear: true },
      422,
      'announcement.end-needed',
    ],
    ['on no date', { startsOn: '2025-02-30' }, 422, 'platform.bad-form'],
    ['on no day', { startsOn: '2025-10-27T00:00:00Z' }, 422, 'platform.bad-form'],
    ['with more than it asks', { startsOn: far, kind: 'final' }, 422, 'platform.bad-form'],
  ])('does not begin %s', async (_when, form, status, code) => {
    await house.setClock(morningOf('2025-10-27'));
    expect(outcome(await selection.admin.post(`${url}/notice`, form))).toEqual([status, code]);
    expect((await selection.admin.get(url)).body.actions).toEqual(['notice']);
  });

  it('is set by a person where no calendar reaches, and is then theirs', async () => {
    await house.setClock(morningOf(far));
    const form = { startsOn: far, endsOn: '2099-03-10', confirmUncoveredYear: true };
    expect((await selection.admin.post(`${url}/notice`, form)).status).toBe(201);
    const { body } = await selection.admin.get(url);
    expect(body.releases).toMatchObject([
      { startsOn: far, endsOn: '2099-03-10', workingDaysLeft: null },
    ]);
  });

  it('is shown with its list before it is given', async () => {
    await house.setClock(morningOf('2025-10-27'));
    await countFirstDay(false);
    const preview = async (startsOn: string): Promise<Reply> =>
      selection.admin.get(`${url}/preview?startsOn=${startsOn}`);
    const { body } = await preview('2025-10-27');
    expect([body.endsOn, body.reviewed, body.listed]).toEqual(['2025-11-03', 4, 2]);
    expect(body.sections).toEqual([
      { category: expect.stringContaining('德育'), award: '精品案例', entries: expect.any(Array) },
    ]);
    expect((await preview(far)).body.endsOn).toBeNull();
    expect((await preview('soon')).status).toBe(422);
    expect((await selection.admin.get(url)).body.releases).toEqual([]);
  });

  it('counts the working days that are left', async () => {
    await house.setClock(morningOf('2025-10-27'));
    await countFirstDay(false);
    await selection.admin.post(`${url}/notice`, { startsOn: '2025-10-28' });
    const left = async (date: string): Promise<number> => {
      await house.setClock(morningOf(date));
      return (await selection.admin.get(url)).body.releases[0].workingDaysLeft;
    };
    expect([await left('2025-10-27'), await left('2025-11-03'), await left('2025-11-05')]).toEqual([
      6, 2, 0,
    ]);
  });

  it('is not given twice, nor by anyone else', async () => {
    await house.setClock(morningOf('2025-10-27'));
    const form = { startsOn: '2025-10-27' };
    for (const role of ['supervisor', 'system-admin'] as const) {
      const client = await clientIn(house, selection.organisations, role, '430000');
      expect([
        (await client.get(url)).status,
        (await client.post(`${url}/notice`, form)).status,
      ]).toEqual([403, 403]);
    }
    await selection.admin.post(`${url}/notice`, form);
    expect(outcome(await selection.admin.post(`${url}/notice`, form))).toEqual([
      409,
      'announcement.wrong-state',
    ]);
  });
});

describe('a selection that nobody has verified', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('cannot be shown to the public', async () => {
    const selection = await judgedSelection(house);
    const url = `/api/announcement/programmes/${selection.programmeId}`;
    for (const act of ['notice', 'final']) {
      const reply = await selection.admin.post(
        `${url}/${act}`,
        act === 'notice' ? { startsOn: '2099-01-01' } : undefined,
      );
      expect(outcome(reply)).toEqual([409, 'announcement.wrong-state']);
    }
  });
});
