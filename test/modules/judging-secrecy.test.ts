import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../src/platform/database/tx.js';
import { actorOf, type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  assignedRound,
  checkedSelection,
  fillSheet,
  onRound,
  queueOf,
  type SeatedJudge,
  type Selection,
  system,
  whileJudging,
} from '../support/judging.js';

type Judge = SeatedJudge & { readonly personId: string };

describe('the rows of a round', () => {
  let house: House;
  let selection: Selection;
  let roundId: string;
  let judges: Judge[];
  let province: string;

  /** What a role of this person finds; nothing but the database decides. */
  const seen = async (role: string, personId: string, statement: string): Promise<number> => {
    const rows = await house.database.transaction(actorOf(role, province, personId), (tx) =>
      tx.manager.query<unknown[]>(statement),
    );
    return rows.length;
  };
  const asJudge = <Result>(judge: Judge, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    house.database.transaction(actorOf('judge', province, judge.personId), work);
  const [first, second] = [(): Judge => judges[0] as Judge, (): Judge => judges[1] as Judge];

  beforeAll(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    province = selection.organisations.get('430000') ?? '';
    judges = [await acceptedJudge(selection, '430000'), await acceptedJudge(selection, '430000')];
    roundId = await assignedRound(selection);
  });
  afterAll(() => house.close());

  it('are silent to a judge before the opening', async () => {
    expect(await system(house, 'select from judging.score_sheet')).toHaveLength(8);
    const { personId } = first();
    for (const table of ['judging.score_sheet', 'judging.score', 'entries.blind_copy'])
      expect(await seen('judge', personId, `select * from ${table}`)).toBe(0);
    expect(await seen('judge', personId, 'select * from judging.listed_entry')).toBe(4);
  });

  it('are a judge’s own once the round is open, and nobody else’s', async () => {
    await house.setClock(whileJudging);
    expect((await onRound(selection, roundId, 'opening')).status).toBe(200);
    for (const judge of judges)
      for (const { id } of await queueOf(judge.client, roundId)) await fillSheet(judge.client, id);
    expect(await system(house, 'select from judging.score')).toHaveLength(48);
    const own = `select * from judging.score_sheet where person_id = '${first().personId}'`;
    for (const [table, mine] of [
      ['judging.score_sheet', 4],
      ['judging.score', 24],
      ['judging.opinion', 4],
      ['judging.judge', 1],
    ] as const)
      expect([table, await seen('judge', first().personId, `select * from ${table}`)]).toEqual([
        table,
        mine,
      ]);
    expect(await seen('judge', second().personId, own)).toBe(0);
    expect(await seen('judge', randomUUID(), 'select * from judging.score_sheet')).toBe(0);
    for (const role of ['submitter', 'prefecture-officer', 'system-admin', 'audit-admin'])
      expect([
        role,
        await seen(role, first().personId, 'select * from judging.score_sheet'),
      ]).toEqual([role, 0]);
  });

  it('show an administrator how far judges are, and no score before the closing', async () => {
    const admin = randomUUID();
    expect(await seen('programme-admin', admin, 'select * from judging.score_sheet')).toBe(8);
    for (const role of ['programme-admin', 'supervisor'])
      for (const table of ['judging.score', 'judging.opinion'])
        expect(await seen(role, admin, `select * from ${table}`)).toBe(0);
    expect(await seen('supervisor', admin, 'select * from judging.score_sheet')).toBe(0);
  });

  it('let nobody but their judge write a score or a signature', async () => {
    const [sheet] = await queueOf(first().client, roundId);
    const others = [actorOf('programme-admin', province, randomUUID())];
    others.push(actorOf('judge', province, second().personId));
    for (const actor of others) {
      const write = house.database.transaction(actor, (tx) =>
        tx.manager.query<[unknown, number]>(
          'update judging.score set value = 0 where sheet_id = $1',
          [sheet?.id],
        ),
      );
      expect((await write)[1]).toBe(0);
      const insert = house.database.transaction(actor, (tx) =>
        tx.manager.query(
          "insert into judging.score (sheet_id, criterion_key, value) values ($1, 'new', 0)",
          [sheet?.id],
        ),
      );
      await expect(insert).rejects.toThrow(/row-level security|takes no more/);
    }
    const sign = house.database.transaction(others[0] ?? actorOf('', '', ''), (tx) =>
      tx.manager.query(
        "update judging.score_sheet set state = 'signed', signed_at = now() where id = $1",
        [sheet?.id],
      ),
    );
    await expect(sign).rejects.toThrow('row-level security');
  });

  it('never change once they are signed', async () => {
    for (const judge of judges)
      expect((await judge.client.post(`/api/judging/rounds/${roundId}/signature`)).body).toEqual({
        signed: 4,
        incomplete: [],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    const [sheet] = await queueOf(first().client, roundId);
    for (const [statement, words] of [
      ["update judging.score set value = 0 where sheet_id = '$'", 'takes no more'],
      ["update judging.opinion set comment = 'x' where sheet_id = '$'", 'takes no more'],
      [
        "update judging.score_sheet set state = 'draft', signed_at = null where id = '$'",
        'is signed',
      ],
      ["delete from judging.score_sheet where id = '$'", 'is signed'],
    ] as const) {
      const text = statement.replace('$', sheet?.id ?? '');
      await expect(system(house, text)).rejects.toThrow(words);
    }
    const own = asJudge(first(), (tx) =>
      tx.manager.query('update judging.score set value = 0 where sheet_id = $1', [sheet?.id]),
    );
    await expect(own).rejects.toThrow('takes no more');
  });

  it('show their scores to administrator and supervisor once the round is closed', async () => {
    expect((await onRound(selection, roundId, 'closing')).status).toBe(200);
    for (const role of ['programme-admin', 'supervisor'])
      for (const [table, rows] of [
        ['judging.score', 48],
        ['judging.opinion', 8],
      ] as const)
        expect(await seen(role, randomUUID(), `select * from ${table}`)).toBe(rows);
    expect(await seen('judge', first().personId, 'select * from judging.score')).toBe(24);
  });
});
