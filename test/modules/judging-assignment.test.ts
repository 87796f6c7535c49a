import { beforeEach, describe, expect, it } from 'vitest';
import { computedRun, deployedRun } from '../support/assignments.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  assignedRound,
  checkedSelection,
  living,
  named,
  onRound,
  type Pair,
  type SeatedJudge,
  type Selection,
  sheetsOf,
  system,
  whileJudging,
} from '../support/judging.js';

describe('an assignment', () => {
  let house: House;
  let selection: Selection;
  beforeEach(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    return () => house.close();
  });

  it('gives every entry its judges, none from its prefecture, the same for the same seed', async () => {
    for (const code of ['430000', '430000', '430102-01', '430202-01'])
      await acceptedJudge(selection, code);
    const roundId = await assignedRound(selection);
    const pairs = await sheetsOf(house, roundId);
    expect(pairs).toHaveLength(8);
    const sameHome = await system(
      house,
      `select sheet.id from judging.score_sheet sheet join judging.judge judge on judge.id = judge_id
       join entries.entry entry on entry.id = entry_id
       where judge.prefecture_id = entry.prefecture_id`,
    );
    expect(sameHome).toEqual([]);
    await deployedRun(selection, roundId, { kind: 'assignment', seed: 'test' });
    expect((await sheetsOf(house, roundId)).map(named)).toEqual(pairs.map(named));
    const { runs } = (await selection.admin.get(`/api/judging/rounds/${roundId}`)).body;
    const [one, two] = runs.map(({ inputHash, pairsHash, state }: Record<string, string>) => ({
      hashes: [inputHash, pairsHash],
      state,
    }));
    expect(one).toEqual({ ...two, state: 'replaced' });
    expect(runs[1]).toEqual({
      ...{ id: expect.any(String), number: 2, kind: 'assignment', state: 'deployed' },
      ...{ seed: 'test', maxLoad: null, perGroup: null, stepsDone: 2, stepsAll: 2 },
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      pairsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      ...{ pairs: 8, loadMin: 2, loadMax: 2, undoneAt: null },
      ...{ at: expect.any(String), computedAt: expect.any(String) },
      deployedAt: expect.any(String),
    });
  });

  it('fails with what is lacking when recusals leave too few judges, and changes nothing', async () => {
    await acceptedJudge(selection, '430000');
    await acceptedJudge(selection, '430102-01');
    const prepared = await selection.admin.post(
      `/api/judging/programmes/${selection.programmeId}/rounds`,
      {},
    );
    const { id } = prepared.body;
    const runId = await computedRun(selection, id, { kind: 'assignment', seed: 'x' });
    const { body } = await selection.admin.get(`/api/judging/assignments/${runId}`);
    const counts = { entryCount: 1, wanted: 2, missing: 1, judges: 2, apart: 1, full: 0, used: 1 };
    expect(body).toMatchObject({
      ...{ state: 'failed', actions: [], outcome: null },
      failure: {
        ...{ code: 'not-enough-judges', entries: 2, faults: [], maxLoad: null },
        groups: [
          { ...counts, why: { 'same-prefecture': 1, 'same-unit': 1 } },
          { ...counts, why: { 'same-prefecture': 1 } },
        ],
        invite: [{ category: '党建+德育工作', judges: 1 }],
      },
    });
    expect(await sheetsOf(house, id)).toEqual([]);
  });

  it('must be whole and free of conflicts declared since before it opens; a repair makes it so', async () => {
    const judges = [];
    for (let count = 0; count < 3; count++) judges.push(await acceptedJudge(selection, '430000'));
    const roundId = await assignedRound(selection);
    const before = await sheetsOf(house, roundId);
    const lost = before[0] as Pair;
    const judge = judges.find(({ id }) => id === lost.judgeId) as SeatedJudge;
    const [entry] = await system<{ code: string }>(
      house,
      'select blind_code as code from entries.blind_copy where entry_id = $1',
      [lost.entryId],
    );
    const recusal = { entryRef: entry?.code, kind: 'teacher-student' };
    const url = `/api/judging/invitations/${judge.id}/recusals`;
    expect((await judge.client.post(url, recusal)).status).toBe(204);
    await house.setClock(whileJudging);
    const early = await onRound(selection, roundId, 'opening');
    expect([early.status, early.body.code]).toEqual([409, 'judging.assignment-incomplete']);
    const repaired = await deployedRun(selection, roundId, { kind: 'repair' });
    expect(repaired.body).toEqual({ version: 3, added: 1, removed: 1 });
    const kept = before.filter((pair) => pair !== lost).map(named);
    const after = living(await sheetsOf(house, roundId));
    expect(after).toHaveLength(8);
    expect(kept.filter((pair) => !after.includes(pair))).toEqual([]);
    expect((await onRound(selection, roundId, 'opening')).status).toBe(200);
  });
});
