import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Tally } from '../../src/tally/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import type { Reply } from '../support/client.js';
import { asOwner, type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { clientIn } from '../support/programmes.js';
import { confirm, judgedSelection, type JudgedSelection, tallied } from '../support/tally.js';

type Row = { caseNo: string; rank: number; score: string; award: string | null };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const outcome = ({ status, body }: Reply): unknown[] => [status, body.code ?? body.state];

describe('a closed round', () => {
  let house: House;
  let selection: JudgedSelection;
  let caseNos: string[];

  beforeAll(async () => {
    house = await openHouse({ worker: true });
    selection = await judgedSelection(house);
    const rows = await system<{ caseNo: string }>(
      house,
      'select case_no as "caseNo" from entries.entry order by blind_code',
    );
    caseNos = rows.map(({ caseNo }) => caseNo);
  });
  afterAll(() => house.close());

  it('is tallied at once, with a line drawn under the places', async () => {
    const { newest, programmeState } = await tallied(selection);
    expect(programmeState).toBe('tallied');
    const [category] = newest.categories;
    expect(
      category.entries.map(({ caseNo, rank, score, award }: Row) => [caseNo, rank, score, award]),
    ).toEqual([
      [caseNos[1], 1, '81.50', 'model'],
      [caseNos[0], 2, '79.50', 'model'],
      [caseNos[3], 3, '77.50', null],
      [caseNos[2], 4, '75.50', null],
    ]);
    expect([category.selected, category.margin, category.sheets]).toEqual([2, '2.00', 8]);
    expect(category.entries[0]).toMatchObject({
      title: expect.stringMatching(/^示例案例/),
      unit: '芙蓉区示例中学',
      prefecture: '长沙市',
      spread: '1.00',
      spreadLevel: 'none',
      decidedBy: null,
    });
    expect(newest.actions).toEqual(['confirm', 'reject']);
  });

  it('is read by the supervisor, who may do nothing, and by nobody who takes part', async () => {
    const url = `/api/tally/programmes/${selection.programmeId}`;
    const { organisations } = selection;
    const supervisor = await clientIn(house, organisations, 'supervisor', '430000');
    const seen = (await supervisor.get(url)).body;
    expect(seen.newest.categories).toEqual((await selection.admin.get(url)).body.newest.categories);
    expect([seen.actions, seen.newest.actions]).toEqual([[], []]);
    const refused = await supervisor.post(`/api/tally/runs/${seen.newest.id}/verification`, {
      decision: 'confirm',
    });
    expect(refused.status).toBe(403);
    for (const [role, code] of [
      ['judge', '430000'],
      ['prefecture-officer', '430100'],
      ['submitter', '430102-01'],
      ['system-admin', '430000'],
    ] as const) {
      const client = await clientIn(house, organisations, role, code);
      expect([role, (await client.get(url)).status]).toEqual([role, 403]);
    }
  });

  it('gives the same bytes when it is tallied again', async () => {
    const first = (await tallied(selection)).newest;
    const started = await selection.admin.post(
      `/api/tally/programmes/${selection.programmeId}/runs`,
    );
    expect(started.status).toBe(202);
    const { newest } = await tallied(selection, 2);
    expect(newest.id).toBe(started.body.id);
    const [a, b] = await Promise.all(
      [first.id, newest.id].map(async (id: string) => {
        const { body } = await selection.admin.get(`/api/tally/runs/${id}/export`);
        return { run: body.run, categories: body.categories };
      }),
    );
    expect(b).toEqual(a);
  });

  it('is exported as texts whose hashes anybody can compute, without an id in them', async () => {
    const { newest } = await tallied(selection, 2);
    const { body } = await selection.admin.get(`/api/tally/runs/${newest.id}/export`);
    for (const texts of [body.run, ...body.categories]) {
      expect(sha256(texts.inputText)).toBe(texts.inputHash);
      expect(sha256(texts.outputText)).toBe(texts.outputHash);
      expect(texts.inputText + texts.outputText).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    }
    expect(JSON.parse(body.run.inputText).categories[0].inputHash).toBe(
      body.categories[0].inputHash,
    );
  });

  it('cannot be verified in a run that another has overtaken', async () => {
    const { body } = await selection.admin.get(`/api/tally/programmes/${selection.programmeId}`);
    const older = body.runs.find((run: { number: number }) => run.number === 1);
    const reply = await selection.admin.post(`/api/tally/runs/${older.id}/verification`, {
      decision: 'confirm',
    });
    expect(outcome(reply)).toEqual([409, 'tally.superseded']);
  });

  it('is not verified once the ballots differ from those it was computed from', async () => {
    const tamper = (by: number): Promise<unknown> =>
      asOwner(house, [
        'alter table judging.score disable trigger user',
        `update judging.score set value = value + ${by} where criterion_key = 'writing'`,
        'alter table judging.score enable trigger user',
      ]);
    await tamper(50);
    const reply = await confirm(selection.admin, selection);
    expect([...outcome(reply), reply.body.details]).toEqual([
      409,
      'tally.recompute-differs',
      { category: 'DY' },
    ]);
    await tamper(-50);
  });

  it('is verified by two different people, and then fixed', async () => {
    const selected = (): Promise<unknown> =>
      house.database.transaction(systemActor, (tx) =>
        house.app.get(Tally, { strict: false }).selection(tx, selection.programmeId),
      );
    expect(outcome(await confirm(selection.admin, selection))).toEqual([200, 'complete']);
    await expect(selected()).rejects.toThrow('tally.not-verified');
    expect(outcome(await confirm(selection.admin, selection))).toEqual([
      409,
      'tally.second-person-needed',
    ]);
    expect(outcome(await confirm(selection.second, selection))).toEqual([200, 'verified']);
    const { entries } = (await selected()) as { entries: { entryId: string }[] };
    expect(entries).toEqual(
      [1, 0].map((at, place) => ({
        entryId: selection.entryIds[at],
        categoryId: expect.any(String),
        rank: place + 1,
        tier: 'model',
        score: ['81.50', '79.50'][place],
      })),
    );
    const late = await selection.admin.post(`/api/tally/programmes/${selection.programmeId}/runs`);
    expect(outcome(late)).toEqual([409, 'tally.wrong-state']);
    expect(
      outcome(await confirm(selection.second, selection, { decision: 'reject', reason: '重算' })),
    ).toEqual([409, 'tally.wrong-state']);
  });

  it.each([
    "tally.category_result set output_text = 'x'",
    'tally.entry_result set rank = rank + 1',
    "tally.selection set tier = 'x'",
    "tally.verification set reason = 'x'",
    "tally.run set state = 'complete', output_text = 'x'",
  ])('keeps what it gave: %s is refused by the database', async (change) => {
    await expect(asOwner(house, [`update ${change}`])).rejects.toThrow(
      /append-only|only goes forward/,
    );
  });
});

describe('a tally', () => {
  let house: House;
  let selection: JudgedSelection;

  beforeAll(async () => {
    house = await openHouse({ worker: true });
    const fusion = [
      [2000, 1900],
      [1900, 2000],
      [2000, 1900],
      [1700, 1800],
    ] as const;
    selection = await judgedSelection(house, { fusion, tieChain: [{ by: 'untrimmed-mean' }] });
  });
  afterAll(() => house.close());

  it('whose rules leave entries tied across the line cannot be verified', async () => {
    const { newest } = await tallied(selection);
    const reply = await confirm(selection.admin, selection);
    expect(outcome(reply)).toEqual([409, 'tally.tie-open']);
    const ties = reply.body.details.ties as { category: string; entries: string[] }[];
    expect(ties).toEqual([{ category: 'DY', entries: newest.categories[0].unresolved }]);
    expect(ties[0]?.entries).toHaveLength(3);
    expect(newest.actions).toEqual(['reject']);
  });

  it('that is rejected needs a reason and sends the programme back', async () => {
    expect((await confirm(selection.admin, selection, { decision: 'reject' })).status).toBe(422);
    const form = { decision: 'reject', reason: '并列未决，补充同分规则后重算' };
    expect(outcome(await confirm(selection.admin, selection, form))).toEqual([200, 'rejected']);
    const { body } = await selection.admin.get(`/api/tally/programmes/${selection.programmeId}`);
    expect([body.programmeState, body.actions, body.newest.actions]).toEqual([
      'judging',
      ['run'],
      [],
    ]);
    expect(body.newest.verifications).toEqual([
      {
        person: expect.any(String),
        decision: 'reject',
        reason: form.reason,
        at: expect.any(String),
      },
    ]);
  });

  it('that is rejected counts for no figure', async () => {
    const url = `/api/reporting/programmes/${selection.programmeId}/prefectures`;
    const { rows } = (await selection.admin.get(url)).body;
    expect(rows.map((row: { meanScore: string | null }) => row.meanScore)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is unknown to whoever asks for a run that is none', async () => {
    const none = '00000000-0000-4000-8000-000000000000';
    for (const reply of [
      await selection.admin.get(`/api/tally/runs/${none}/export`),
      await selection.admin.post(`/api/tally/runs/${none}/verification`, { decision: 'confirm' }),
    ])
      expect(outcome(reply)).toEqual([404, 'tally.not-found']);
  });
});
