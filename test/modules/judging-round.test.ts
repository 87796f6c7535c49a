import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployedRun } from '../support/assignments.js';
import { Judging } from '../../src/judging/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import { countQueries } from '../support/count-queries.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  fillSheet,
  living,
  onRound,
  openedRound,
  type Pair,
  queueOf,
  type SeatedJudge,
  type Selection,
  sheetsOf,
  system,
} from '../support/judging.js';

describe('a round', () => {
  let house: House;
  let selection: Selection;
  let roundId: string;
  let judges: SeatedJudge[];
  const judging = (): Judging => house.app.get(Judging, { strict: false });
  const ballots = async (): Promise<Awaited<ReturnType<Judging['ballots']>>> =>
    house.database.transaction(systemActor, async (tx) => {
      const [category] = await tx.manager.query<{ id: string }[]>(
        "select id from programmes.category where programme_id = $1 and code = 'DY'",
        [selection.programmeId],
      );
      return judging().ballots(tx, roundId, category?.id ?? '');
    });

  beforeAll(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    judges = [];
    for (let count = 0; count < 3; count++) judges.push(await acceptedJudge(selection, '430000'));
    roundId = await openedRound(selection);
  });
  afterAll(() => house.close());

  it('refuses by hand what the machine would not do, and says why', async () => {
    const local = await acceptedJudge(selection, '430102-02');
    const [ours, second, theirs] = selection.entryIds;
    const add = async (entryId: string | undefined, judgeId: string) => {
      const url = `/api/judging/rounds/${roundId}/sheets`;
      const { status, body } = await selection.admin.post(url, { entryId, judgeId });
      return [status, body.code, ...(body.details?.kinds ?? [])];
    };
    expect(await add(ours, local.id)).toEqual([409, 'judging.conflict', 'same-prefecture']);
    expect(await add(second, local.id)).toEqual([
      409,
      'judging.conflict',
      'same-prefecture',
      'same-unit',
    ]);
    expect(await add(theirs, local.id)).toEqual([409, 'judging.panel-full']);
    const [held] = await sheetsOf(house, roundId);
    expect(await add(held?.entryId, held?.judgeId ?? '')).toEqual([409, 'judging.had-before']);
    expect(await add(local.id, local.id)).toEqual([404, 'judging.not-found']);
    const offered = await selection.admin.get(
      `/api/judging/rounds/${roundId}/entries/${ours}/candidates`,
    );
    expect(
      offered.body.find(({ judgeId }: { judgeId: string }) => judgeId === local.id),
    ).toMatchObject({ refusal: 'conflict', conflicts: ['same-prefecture'], assigned: 0 });
    expect(
      (
        await selection.admin.post(
          `/api/judging/judges/${local.id}/withdrawal`,
          { reason: '出差' },
          2,
        )
      ).status,
    ).toBe(200);
  });

  it('goes on when a judge leaves: what was signed counts, the rest moves, nothing else does', async () => {
    const leaver = judges[0] as SeatedJudge;
    const [signed] = await queueOf(leaver.client, roundId);
    await fillSheet(leaver.client, signed?.id ?? '');
    const url = `/api/judging/rounds/${roundId}/signature`;
    expect((await leaver.client.post(url)).body).toMatchObject({ signed: 1 });
    const before = await sheetsOf(house, roundId);
    const left = await leaver.client.post(
      `/api/judging/invitations/${leaver.id}/withdrawal`,
      { reason: '生病住院' },
      2,
    );
    expect([left.status, left.body]).toEqual([200, { version: 3 }]);
    const own = before.filter(({ judgeId }) => judgeId === leaver.id);
    const shown = (await selection.admin.get(`/api/judging/rounds/${roundId}`)).body;
    expect(shown.gaps).toBe(own.length - 1);
    const replacement = await acceptedJudge(selection, '430000');
    const repaired = await deployedRun(selection, roundId, { kind: 'repair' });
    const moved = own.length - 1;
    expect(repaired.body).toMatchObject({ added: moved, removed: 0 });
    const after = await sheetsOf(house, roundId);
    const others = (pairs: Pair[]): string[] =>
      living(pairs).filter((pair) => !pair.includes(leaver.id));
    expect(others(before).filter((pair) => !others(after).includes(pair))).toEqual([]);
    expect(living(after)).toHaveLength(8);
    const states = after.filter(({ judgeId }) => judgeId === leaver.id).map(({ state }) => state);
    expect(states.sort()).toEqual(['signed', ...own.slice(1).map(() => 'void')].sort());
    judges = [...judges.slice(1), replacement];
  });

  it('does not close while an entry lacks a signature, and names it', async () => {
    const reply = await onRound(selection, roundId, 'closing');
    expect([reply.status, reply.body.code]).toEqual([409, 'judging.entries-lack-sheets']);
    expect(reply.body.details.gaps).toHaveLength(4);
    expect(await ballots()).toHaveLength(1);
  });

  it('closes with news for the tally, which reads signed sheets in order', async () => {
    for (const { client } of judges) {
      for (const { id } of await queueOf(client, roundId)) await fillSheet(client, id);
      await client.post(`/api/judging/rounds/${roundId}/signature`);
    }
    expect((await onRound(selection, roundId, 'closing')).status).toBe(200);
    const [news] = await system<{ payload: object }>(
      house,
      "select payload from platform.outbox where name = 'judging.round-closed'",
    );
    expect(news?.payload).toEqual({
      roundId,
      programmeId: selection.programmeId,
      categoryIds: [expect.any(String)],
    });
    const read = await ballots();
    expect(read.map(({ entryId }) => entryId)).toEqual([...selection.entryIds].sort());
    for (const { sheets } of read) {
      const codes = sheets.map(({ judgeCode }) => judgeCode);
      expect(codes).toEqual([...codes].sort());
      expect(sheets.map(({ scores, recommendation }) => [scores, recommendation])).toEqual(
        codes.map(() => [
          {
            political: 1200,
            fusion: 2000,
            innovation: 1600,
            effect: 1600,
            replicability: 1200,
            writing: 400,
          },
          'yes',
        ]),
      );
    }
    await house.database.transaction(systemActor, async (tx) => {
      expect(await judging().closedRound(tx, selection.programmeId)).toBe(roundId);
      expect(await judging().round(tx, roundId)).toEqual({
        id: roundId,
        programmeId: selection.programmeId,
        state: 'closed',
      });
      expect(await judging().judgePersonIds(tx, selection.programmeId)).toHaveLength(3);
    });
  });

  it('costs as many queries to show however many sheets there are', async () => {
    const [many, few] = [judges[0] as SeatedJudge, await acceptedJudge(selection, '430000')];
    const [round] = await system<{ id: string }>(
      house,
      `insert into judging.round (id, programme_id, position, name, state, per_entry)
       values (gen_random_uuid(), $1, 2, '第二轮', 'assigned', 2) returning id`,
      [selection.programmeId],
    );
    const give = (judge: SeatedJudge, entryIds: readonly string[]): Promise<unknown> =>
      system(
        house,
        `insert into judging.score_sheet (id, round_id, entry_id, judge_id, person_id, state)
         select gen_random_uuid(), $1, entry.id, judge.id, judge.person_id, 'assigned'
         from entries.entry entry, judging.judge judge where entry.id = any($2) and judge.id = $3`,
        [round?.id, entryIds, judge.id],
      );
    await give(many, selection.entryIds);
    await give(few, selection.entryIds.slice(0, 1));
    await system(
      house,
      "update judging.round set state = 'open', opened_at = now(), closes_at = now() where id = $1",
      [round?.id],
    );
    const cost = ({ client }: SeatedJudge): Promise<number> =>
      countQueries(house.database.source, () => queueOf(client, round?.id ?? ''));
    expect(await queueOf(many.client, round?.id ?? '')).toHaveLength(4);
    expect(await queueOf(few.client, round?.id ?? '')).toHaveLength(1);
    expect(await cost(many)).toBe(await cost(few));
  });
});
