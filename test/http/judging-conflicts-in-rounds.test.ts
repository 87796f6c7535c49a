import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployedRun } from '../support/assignments.js';
import { conflictedSelection, type ConflictRow } from '../support/conflicts.js';
import { type House, openHouse } from '../support/house.js';
import {
  assignedRound,
  fillSheet,
  onRound,
  type OwnSheet,
  type Pair,
  queueOf,
  sheetsOf,
  system,
  whileJudging,
} from '../support/judging.js';

let house: House;
let roundId: string;
let conflicts: Awaited<ReturnType<typeof conflictedSelection>>;

beforeAll(async () => {
  house = await openHouse();
  conflicts = await conflictedSelection(house);
  roundId = await assignedRound(conflicts.selection);
});
afterAll(() => house.close());

describe('the opening of a round', () => {
  it('waits for a decision on a conflict that is asked of an assigned pair', async () => {
    await house.setClock(whileJudging);
    const [pair] = (await sheetsOf(house, roundId)) as [Pair, ...Pair[]];
    await system(
      house,
      `insert into judging.conflict (id, judge_id, entry_id, kind, source, state, at)
       values ($1, $2, $3, 'other', 'reported', 'proposed', now())`,
      [randomUUID(), pair.judgeId, pair.entryId],
    );
    const refused = await onRound(conflicts.selection, roundId, 'opening');
    expect([refused.status, refused.body.code]).toEqual([409, 'judging.conflicts-proposed']);
    const [asked] = (await conflicts.listed('?source=reported')) as [ConflictRow];
    expect(refused.body.details.conflicts).toEqual([
      { judge: asked.judgeCode, entry: asked.caseNo, kind: 'other', state: 'proposed' },
    ]);
    expect((await conflicts.decide(asked, 'dismiss', '经查不实')).status).toBe(200);
    expect((await onRound(conflicts.selection, roundId, 'opening')).status).toBe(200);
  });
});

describe('a conflict that comes to light while judges score', () => {
  it('takes the sheet from the judge without a word, and the gap is filled by somebody else', async () => {
    const holder = conflicts.judge(0);
    const [sheet] = await queueOf(holder.client, roundId);
    await fillSheet(holder.client, sheet?.id ?? '');
    const held = (await sheetsOf(house, roundId)).find(
      ({ judgeId, state }) => judgeId === holder.id && state === 'draft',
    );
    const caseNos = [await conflicts.caseNoOf(held?.entryId ?? '')];
    const order = { judgeId: holder.id, caseNos, kind: 'co-author', note: '三年内合作课题' };
    expect((await conflicts.recuse(order)).body).toEqual({ entries: 1, voided: 1 });
    const [shown] = await queueOf(holder.client, roundId);
    expect(shown).toMatchObject({ id: sheet?.id, state: 'void', title: '', blindCode: '' });
    const late = await holder.client.put(
      `/api/judging/sheets/${sheet?.id}/scores/political`,
      { value: 100 },
      1,
    );
    expect([late.status, late.body.code]).toEqual([409, 'judging.sheet-closed']);
    const mine = await holder.client.get(`/api/judging/invitations/${holder.id}/entries`);
    expect(JSON.stringify(mine.body)).not.toContain('co-author');
    const told = await system(
      house,
      `select 'mail' = any (pending) as mailed from platform.outbox
       where name = 'judging.judge-recused' and payload->>'judgeId' = $1`,
      [holder.id],
    );
    expect(told).toEqual([{ mailed: false }]);
    const repaired = await deployedRun(conflicts.selection, roundId, { kind: 'repair' });
    expect(repaired.body).toMatchObject({ added: 1, removed: 0 });
  });

  it('does not undo a signature', async () => {
    const holder = conflicts.judge(2);
    for (const { id, state } of await queueOf(holder.client, roundId))
      if (state === 'assigned') await fillSheet(holder.client, id);
    const signed = await holder.client.post(`/api/judging/rounds/${roundId}/signature`, {});
    expect(signed.status).toBe(200);
    const reply = await conflicts.recuse({
      judgeId: holder.id,
      kind: 'grievance',
      note: '存在争议',
    });
    expect([reply.status, reply.body.code]).toEqual([409, 'judging.signed-before-recusal']);
    expect(reply.body.details.caseNos.length).toBeGreaterThan(0);
    expect(await conflicts.listed(`?judgeId=${holder.id}&source=administrator`)).toEqual([]);
  });

  it('is not scored nor signed even while the sheet is still there', async () => {
    const holder = conflicts.judge(1);
    const open = (await queueOf(holder.client, roundId)).filter(
      ({ state }) => state === 'assigned',
    );
    for (const { id } of open) await fillSheet(holder.client, id);
    const [sheet] = open as [OwnSheet, ...OwnSheet[]];
    await system(
      house,
      `insert into judging.conflict (id, judge_id, entry_id, kind, source, state, at)
       select $1, judge_id, entry_id, 'employer', 'administrator', 'confirmed', now()
       from judging.score_sheet where id = $2`,
      [randomUUID(), sheet.id],
    );
    const late = await holder.client.put(
      `/api/judging/sheets/${sheet.id}/scores/political`,
      { value: 100 },
      1,
    );
    expect([late.status, late.body.code]).toEqual([409, 'judging.sheet-closed']);
    const signing = `/api/judging/rounds/${roundId}/signature`;
    expect((await holder.client.post(signing)).body.signed).toBe(open.length - 1);
    const after = await queueOf(holder.client, roundId);
    expect(after.find(({ id }) => id === sheet.id)?.state).toBe('draft');
  });
});
