import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computedRun, deployedRun, onRun } from '../support/assignments.js';
import { ComputeRun } from '../../src/judging/use-cases/compute-run.js';
import { asOwner, type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  living,
  onRound,
  type SeatedJudge,
  type Selection,
  sheetsOf,
  system,
  whileJudging,
} from '../support/judging.js';

let house: House;
let selection: Selection;
let judges: SeatedJudge[];
let roundId: string;

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  judges = [];
  for (const code of ['430000', '430000', '430000'])
    judges.push(await acceptedJudge(selection, code));
  const prepared = await selection.admin.post(
    `/api/judging/programmes/${selection.programmeId}/rounds`,
    {},
  );
  roundId = prepared.body.id;
});
afterAll(() => house.close());

const shown = async (id: string) =>
  (await selection.admin.get(`/api/judging/assignments/${id}`)).body;
const pairsNow = async (): Promise<string[]> => living(await sheetsOf(house, roundId)).sort();

describe('an assignment', () => {
  let first: string;

  it('is ready with what it would change, and changes nothing yet', async () => {
    first = await computedRun(selection, roundId, { kind: 'assignment', seed: 'one' });
    const run = await shown(first);
    expect(run).toMatchObject({
      ...{ state: 'ready', pairs: 8, loadMin: 2, loadMax: 3, stepsDone: 2, stepsAll: 2 },
      ...{ failure: null, changes: [], actions: ['cancel', 'deploy'] },
      outcome: {
        ...{ added: 8, removed: 0, kept: 0, removedPairs: [], together: 2, prices: 3 },
        comparability: [{ category: '党建+德育工作', judges: 3, parts: 1 }],
      },
    });
    expect(run.outcome.addedPairs).toHaveLength(8);
    const loads = run.outcome.loads.map(
      ({ code, before, after }: { code: string; before: number; after: number }) => [
        code,
        before,
        after,
      ],
    );
    expect(loads.map(([code]: [string]) => code)).toEqual(judges.map(({ code }) => code));
    expect(
      loads.map(([, before, after]: [string, number, number]) => [before, after]).sort(),
    ).toEqual([
      [0, 2],
      [0, 3],
      [0, 3],
    ]);
    expect(await pairsNow()).toEqual([]);
    expect((await selection.admin.get(`/api/judging/rounds/${roundId}`)).body.state).toBe(
      'preparing',
    );
  });

  it('computed again stays what it was', async () => {
    const before = await shown(first);
    await house.app.get(ComputeRun, { strict: false }).run(first);
    expect(await shown(first)).toEqual(before);
  });

  it.each(['deployment', 'reversal', 'cancellation'])(
    'that there is not has no %s, and whoever does not manage has none either',
    async (act) => {
      const url = `/api/judging/assignments/${randomUUID()}/${act}`;
      expect((await selection.admin.post(url, undefined, 1)).status).toBe(404);
      const own = `/api/judging/assignments/${first}/${act}`;
      expect((await judges[0]?.client.post(own, undefined, 1))?.status).toBe(403);
    },
  );

  it('is not deployed once what it was computed for has changed, and says what', async () => {
    const conflict = `insert into judging.conflict (id, judge_id, entry_id, kind, source, state, at)
      values (gen_random_uuid(), $1, $2, 'kin', 'administrator', 'confirmed', now()) returning id`;
    const [entryId] = selection.entryIds;
    const [row] = await system<{ id: string }>(house, conflict, [judges[0]?.id, entryId]);
    const [{ caseNo } = { caseNo: '' }] = await system<{ caseNo: string }>(
      house,
      'select case_no as "caseNo" from entries.entry where id = $1',
      [entryId],
    );
    const change = {
      what: 'conflicts-added',
      count: 1,
      names: [`${caseNo} × ${judges[0]?.code}`],
    };
    expect((await shown(first)).changes).toEqual([change]);
    const refused = await onRun(selection, first, 'deployment');
    expect([refused.status, refused.body.code]).toEqual([409, 'judging.run-outdated']);
    expect(refused.body.details).toEqual({ changes: [change] });
    expect(await pairsNow()).toEqual([]);
    await asOwner(house, [`delete from judging.conflict where id = '${row?.id}'`]);
  });

  it('is put in place, once, at the version of the round that was seen', async () => {
    const url = `/api/judging/assignments/${first}/deployment`;
    expect((await selection.admin.post(url)).status).toBe(428);
    expect((await selection.admin.post(url, undefined, 7)).status).toBe(412);
    const { outcome } = await shown(first);
    expect((await onRun(selection, first, 'deployment')).body).toEqual({
      ...{ version: 2, added: 8, removed: 0 },
    });
    expect(await pairsNow()).toHaveLength(8);
    expect(await shown(first)).toMatchObject({ state: 'deployed', actions: ['undo'], outcome });
    const twice = await onRun(selection, first, 'deployment');
    expect([twice.status, twice.body.code]).toEqual([409, 'judging.wrong-state']);
  });

  it('gives way to another, which undone gives way to it again', async () => {
    const before = await pairsNow();
    const second = await computedRun(selection, roundId, { kind: 'assignment', seed: 'two' });
    const { outcome } = await shown(second);
    expect(outcome.added).toBeGreaterThan(0);
    expect([outcome.added, outcome.kept]).toEqual([outcome.removed, 8 - outcome.added]);
    await onRun(selection, second, 'deployment');
    expect(await pairsNow()).not.toEqual(before);
    expect((await shown(first)).state).toBe('replaced');
    const old = await onRun(selection, first, 'reversal');
    expect([old.status, old.body.code]).toEqual([409, 'judging.wrong-state']);
    expect((await onRun(selection, second, 'reversal')).body).toEqual({ version: 4 });
    expect(await pairsNow()).toEqual(before);
    expect([(await shown(first)).state, (await shown(second)).state]).toEqual([
      'deployed',
      'undone',
    ]);
  });

  it('is repaired without moving anything else, and the repair is undone first', async () => {
    const before = await pairsNow();
    const leaver = judges[2] as SeatedJudge;
    const url = `/api/judging/judges/${leaver.id}/withdrawal`;
    expect((await selection.admin.post(url, { reason: '生病' }, 2)).status).toBe(200);
    const moved = before.filter((pair) => pair.includes(leaver.id)).length;
    const repair = await computedRun(selection, roundId, { kind: 'repair' });
    expect((await shown(repair)).outcome).toMatchObject({
      ...{ added: moved, removed: 0, kept: 8 - moved },
    });
    expect((await onRun(selection, repair, 'deployment')).body).toMatchObject({ added: moved });
    const kept = before.filter((pair) => !pair.includes(leaver.id));
    const after = await pairsNow();
    expect(kept.filter((pair) => !after.includes(pair))).toEqual([]);
    const early = await onRun(selection, first, 'reversal');
    expect([early.status, early.body.code]).toEqual([409, 'judging.run-not-newest']);
    expect((await onRun(selection, repair, 'reversal')).status).toBe(200);
    expect(await pairsNow()).toEqual(kept.sort());
    await deployedRun(selection, roundId, { kind: 'repair' });
    expect(await pairsNow()).toHaveLength(8);
  });

  it('lets nobody take more entries than the limit', async () => {
    const run = await computedRun(selection, roundId, {
      ...{ kind: 'assignment', seed: 'three', maxLoad: 3 },
    });
    expect(await shown(run)).toMatchObject({
      ...{ state: 'failed', maxLoad: 3, actions: [] },
      failure: {
        ...{ code: 'not-enough-judges', entries: 4, maxLoad: 4 },
        groups: [
          {
            entryCount: 4,
            wanted: 8,
            missing: 2,
            judges: 2,
            apart: 0,
            full: 2,
            limited: 0,
            used: 0,
          },
        ],
        invite: [{ judges: 1 }],
      },
    });
  });

  it('brings no more judges of one body together than the limit, or says what would help', async () => {
    const run = await computedRun(selection, roundId, {
      ...{ kind: 'assignment', seed: 'five', perGroup: 1 },
    });
    const found = await shown(run);
    expect(found).toMatchObject({
      ...{ state: 'failed', perGroup: 1, maxLoad: null },
      failure: { code: 'not-enough-judges', entries: 4, maxLoad: null, perGroup: 2 },
    });
    expect(found.failure.groups).toMatchObject(
      Array.from({ length: 4 }, () => ({ entryCount: 1, missing: 1, limited: 1, used: 1 })),
    );
  });

  it('is no longer undone once judges score, and what was computed before can only be laid aside', async () => {
    const ready = await computedRun(selection, roundId, { kind: 'assignment', seed: 'four' });
    const standing = (await selection.admin.get(`/api/judging/rounds/${roundId}`)).body.runs.filter(
      ({ state }: { state: string }) => state === 'deployed',
    );
    await house.setClock(whileJudging);
    expect((await onRound(selection, roundId, 'opening')).status).toBe(200);
    const undone = await onRun(selection, standing.at(-1).id, 'reversal');
    expect([undone.status, undone.body.code]).toEqual([409, 'judging.wrong-state']);
    expect((await shown(standing.at(-1).id)).actions).toEqual([]);
    const late = await onRun(selection, ready, 'deployment');
    expect([late.status, late.body.code]).toEqual([409, 'judging.wrong-state']);
    expect((await shown(ready)).actions).toEqual(['cancel']);
    expect((await onRun(selection, ready, 'cancellation')).status).toBe(204);
    expect((await onRun(selection, ready, 'deployment')).body.code).toBe('judging.wrong-state');
  });

  it('is not told to judges, nor changed by anybody once it is deployed', async () => {
    const judge = judges[0] as SeatedJudge;
    expect((await judge.client.get(`/api/judging/assignments/${first}`)).status).toBe(403);
    const actor = { role: 'judge', personId: randomUUID(), organisationId: null };
    const seen = await house.database.transaction(actor, (tx) =>
      tx.manager.query<unknown[]>(
        `select id from judging.assignment_run union all select run_id from judging.assignment_result`,
      ),
    );
    expect(seen).toEqual([]);
    await expect(
      system(house, "update judging.assignment_result set pairs = '[]' where run_id = $1", [first]),
    ).rejects.toThrow('is deployed');
  });
});
