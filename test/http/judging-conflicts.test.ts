import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conflictedSelection, type ConflictRow } from '../support/conflicts.js';
import { actorOf, asOwner, type House, openHouse } from '../support/house.js';
import { assignedRound, sheetsOf, system } from '../support/judging.js';
import { clientIn } from '../support/programmes.js';

let house: House;
let conflicts: Awaited<ReturnType<typeof conflictedSelection>>;

beforeAll(async () => {
  house = await openHouse();
  conflicts = await conflictedSelection(house);
});
afterAll(() => house.close());

const found = (rows: readonly ConflictRow[], at: number, kind: string): ConflictRow => {
  const row = rows.find((one) => one.judgeId === conflicts.judge(at).id && one.kind === kind);
  if (row === undefined) throw new Error(`no ${kind} of judge ${at}`);
  return row;
};

describe('the register of conflicts', () => {
  it('takes in what can be computed, and says what speaks against whom', async () => {
    expect((await conflicts.selection.admin.post(conflicts.url('/check'))).body).toEqual({
      added: 3,
    });
    expect((await conflicts.selection.admin.post(conflicts.url('/check'))).body).toEqual({
      added: 0,
    });
    const rows = await conflicts.listed();
    expect(rows.map(({ kind, source, state, actions }) => [kind, source, state, actions])).toEqual(
      expect.arrayContaining([
        ['same-unit', 'computed', 'confirmed', ['pin']],
        ['same-prefecture', 'computed', 'confirmed', ['dismiss', 'pin']],
        ['same-prefecture', 'computed', 'confirmed', ['dismiss', 'pin']],
      ]),
    );
    expect(rows[0]).toMatchObject({
      ...{ judgeCode: conflicts.judge(3).code, unit: '荷塘区示例小学', title: expect.any(String) },
      ...{ decidedAt: null, decider: '', decisionNote: null, version: 1 },
    });
    expect((await conflicts.selection.admin.get(conflicts.url())).body).toMatchObject({
      next: null,
      actions: ['recuse', 'check'],
    });
  });

  it('asks about a namesake of somebody whom an entry names', async () => {
    const [{ name }] = (await system<{ name: string }>(
      house,
      'select name from identity.person where id = $1',
      [conflicts.judge(0).personId],
    )) as [{ name: string }];
    await system(
      house,
      `insert into entries.entry_field (entry_id, key, value, version, updated_at, updated_by)
       select $1, 'contributors', $2::jsonb, 1, now(), created_by from entries.entry where id = $1`,
      [conflicts.selection.entryIds[0], JSON.stringify([{ name, unit: '某校', post: '教师' }])],
    );
    expect((await conflicts.selection.admin.post(conflicts.url('/check'))).body).toEqual({
      added: 1,
    });
    const [asked] = await conflicts.listed('?state=proposed');
    expect(asked).toMatchObject({
      ...{
        judgeId: conflicts.judge(0).id,
        kind: 'took-part',
        source: 'computed',
        state: 'proposed',
      },
      actions: ['confirm', 'dismiss'],
    });
  });

  it.each([
    ['a state that there is not', '?state=open'],
    ['a source that there is not', '?source=rumour'],
    ['no id', '?after=3'],
    ['something else', '?order=name'],
  ])('does not narrow by %s', async (_what, query) => {
    const reply = await conflicts.selection.admin.get(conflicts.url(query));
    expect([reply.status, reply.body.code]).toEqual([422, 'platform.bad-form']);
  });

  it('is narrowed by state, source and judge, and goes on after a row', async () => {
    const all = await conflicts.listed();
    const ofSchool = all.filter(({ judgeId }) => judgeId === conflicts.judge(3).id);
    expect(await conflicts.listed(`?judgeId=${conflicts.judge(3).id}`)).toEqual(ofSchool);
    expect(await conflicts.listed('?source=declared')).toEqual([]);
    expect(await conflicts.listed('?state=confirmed')).toEqual(ofSchool);
    expect(await conflicts.listed(`?after=${all[1]?.id}`)).toEqual(all.slice(2));
  });
});

describe('recusing a judge', () => {
  it.each([
    ['no reason', { note: ' ' }, 422, 'platform.bad-form'],
    ['a kind that is only computed', { kind: 'same-unit' }, 422, 'platform.bad-form'],
    ['no entry', { caseNos: [] }, 422, 'platform.bad-form'],
    ['an entry that is not judged', { caseNos: ['2020-DY-1'] }, 422, 'judging.unknown-case-nos'],
    ['a judge that is not one', { judgeId: randomUUID() }, 404, 'judging.not-found'],
  ])('is refused for %s', async (_what, part, status, code) => {
    const whole = { judgeId: conflicts.judge(1).id, kind: 'kin', note: '举报属实' };
    const caseNos = [await conflicts.caseNoOf(conflicts.selection.entryIds[1])];
    const reply = await conflicts.recuse({ ...whole, caseNos, ...part });
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  it('keeps an entry from them in the next assignment', async () => {
    const caseNos = [await conflicts.caseNoOf(conflicts.selection.entryIds[1])];
    const order = { judgeId: conflicts.judge(1).id, caseNos, kind: 'kin', note: '举报属实' };
    expect((await conflicts.recuse(order)).body).toEqual({ entries: 1, voided: 0 });
    expect(await conflicts.listed('?source=administrator')).toMatchObject([
      { kind: 'kin', state: 'confirmed', note: '举报属实', actions: ['dismiss', 'pin'] },
    ]);
    const roundId = await assignedRound(conflicts.selection);
    const pairs = (await sheetsOf(house, roundId)).map(
      ({ entryId, judgeId }) => `${entryId} ${judgeId}`,
    );
    expect(pairs).toHaveLength(8);
    expect(pairs).not.toContain(`${conflicts.selection.entryIds[1]} ${conflicts.judge(1).id}`);
    expect(pairs).not.toContain(`${conflicts.selection.entryIds[0]} ${conflicts.judge(0).id}`);
  });
});

describe('a decision', () => {
  it('is refused where the rules or the judge’s own word stand', async () => {
    const reply = await conflicts.decide(
      found(await conflicts.listed(), 3, 'same-unit'),
      'dismiss',
    );
    expect([reply.status, reply.body.code]).toEqual([409, 'judging.conflict-binds']);
  });

  it.each([
    ['without a reason', { action: 'confirm', note: '' }, 422, 'platform.bad-form'],
    ['that there is not', { action: 'forget', note: '理由' }, 422, 'platform.bad-form'],
    ['that does not fit', { action: 'pin', note: '理由' }, 409, 'judging.wrong-state'],
  ])('is refused %s', async (_what, body, status, code) => {
    const [asked] = (await conflicts.listed('?state=proposed')) as [ConflictRow];
    const address = `/api/judging/conflicts/${asked.id}/decision`;
    const reply = await conflicts.selection.admin.post(address, body, asked.version);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(
      (await conflicts.selection.admin.post(address, body, asked.version + 1)).status,
    ).not.toBe(200);
  });

  it('dismisses what is only warned of, and is not asked again', async () => {
    const row = found(await conflicts.listed(), 3, 'same-prefecture');
    const reply = await conflicts.decide(row, 'dismiss', '该评委已调离，双方同意');
    expect(reply.body).toEqual({ version: 2, voided: 0 });
    expect((await conflicts.decide(row, 'dismiss')).status).toBe(412);
    expect((await conflicts.selection.admin.post(conflicts.url('/check'))).body).toEqual({
      added: 0,
    });
    const [dismissed] = (await conflicts.listed('?state=dismissed')) as [ConflictRow];
    expect(dismissed).toMatchObject({
      ...{ id: row.id, decisionNote: '该评委已调离，双方同意', actions: ['confirm'] },
      ...{ decider: expect.stringMatching(/./), decidedAt: expect.any(String) },
    });
  });

  it('pins what nobody may change any more, not even the program', async () => {
    const row = found(await conflicts.listed(), 3, 'same-unit');
    expect((await conflicts.decide(row, 'pin')).body.version).toBe(2);
    const [pinned] = (await conflicts.listed('?state=pinned')) as [ConflictRow];
    expect((await conflicts.decide(pinned, 'dismiss')).body.code).toBe('judging.wrong-state');
    const change = "update judging.conflict set state = 'dismissed', decision_note = '' where id =";
    await expect(asOwner(house, [`${change} '${row.id}'`])).rejects.toThrow('is pinned');
  });

  it('is not a judge’s, whatever the program tries', async () => {
    const province = conflicts.selection.organisations.get('430000') ?? '';
    const asked = found(await conflicts.listed('?state=proposed'), 0, 'took-part');
    const affected = await house.database.transaction(
      actorOf('judge', province, conflicts.judge(0).personId),
      async (tx) => {
        const [, count] = await tx.manager.query<[unknown, number]>(
          `update judging.conflict set state = 'dismissed', decision_note = 'x', version = 2
           where id = $1`,
          [asked.id],
        );
        return count;
      },
    );
    expect(affected).toBe(0);
  });
});

describe('the conflicts of a selection', () => {
  it('are for those who run it alone', async () => {
    const [row] = (await conflicts.listed()) as [ConflictRow];
    const others = [
      await clientIn(house, conflicts.selection.organisations, 'supervisor', '430000'),
      await clientIn(house, conflicts.selection.organisations, 'prefecture-officer', '430100'),
      conflicts.judge(0).client,
    ];
    for (const client of others) {
      expect((await client.get(conflicts.url())).status).toBe(403);
      expect((await client.post(conflicts.url('/check'))).status).toBe(403);
      const decision = { action: 'pin', note: '理由' };
      const address = `/api/judging/conflicts/${row.id}/decision`;
      expect((await client.post(address, decision, row.version)).status).toBe(403);
    }
    expect((await house.visitor.get(conflicts.url())).status).toBe(401);
  });

  it('are settled once the tally has begun', async () => {
    await system(house, "update programmes.programme set state = 'tallied'");
    const [row] = (await conflicts.listed('?state=confirmed')) as [ConflictRow];
    expect(row.actions).toEqual([]);
    expect((await conflicts.decide(row, 'pin')).body.code).toBe('judging.wrong-state');
    expect((await conflicts.selection.admin.post(conflicts.url('/check'))).body.code).toBe(
      'judging.wrong-state',
    );
    expect((await conflicts.selection.admin.get(conflicts.url())).body.actions).toEqual([]);
  });
});
