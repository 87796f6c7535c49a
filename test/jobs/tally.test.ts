import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CompleteRun } from '../../src/tally/use-cases/complete-run.js';
import { TallyCategory } from '../../src/tally/use-cases/tally-category.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { findRedis, type RunningRedis, startRedis } from '../support/redis.js';
import { judgedSelection, type JudgedSelection, tallied } from '../support/tally.js';
import { until } from '../support/until.js';

const redisProgram = await findRedis();
const backends = redisProgram ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(backends)('a tally by jobs on %s', (kind) => {
  let house: House;
  let redis: RunningRedis | undefined;
  let selection: JudgedSelection;

  beforeAll(async () => {
    if (kind === 'redis' && redisProgram) redis = await startRedis(redisProgram);
    house = await openHouse({ worker: true, redisUrl: redis?.url });
    selection = await judgedSelection(house);
  });
  afterAll(async () => {
    await house.close();
    await redis?.stop();
  });

  it('is one run under the id of the event, finished and struck off', async () => {
    const { runs } = await tallied(selection);
    const [event] = await system<{ id: string }>(
      house,
      "select id from platform.outbox where name = 'judging.round-closed'",
    );
    expect(runs).toEqual([
      expect.objectContaining({ id: event?.id, number: 1, state: 'complete' }),
    ]);
    await until('the event is done', () => isDone('judging.round-closed'));
  });

  it('stays one run when the event is delivered again', async () => {
    const before = await tallied(selection);
    await system(
      house,
      `update platform.outbox set pending = '{tally}', added_at = null where name = 'judging.round-closed'`,
    );
    await until('the event is done again', () => isDone('judging.round-closed'));
    expect(await tallied(selection)).toEqual(before);
    expect(
      await system(house, "select from platform.outbox where name = 'tally.run-completed'"),
    ).toHaveLength(1);
  });

  const isDone = async (name: string): Promise<true | undefined> => {
    const rows = await system(
      house,
      'select from platform.outbox where name = $1 and cardinality(pending) = 0',
      [name],
    );
    return rows.length === 1 || undefined;
  };
});

describe('a run whose jobs come late, twice and out of order', () => {
  let house: House;
  let selection: JudgedSelection;
  let categoryId: string;

  beforeAll(async () => {
    house = await openHouse();
    selection = await judgedSelection(house);
    const [category] = await system<{ id: string }>(
      house,
      "select id from programmes.category where code = 'DY'",
    );
    categoryId = category?.id ?? '';
  });
  afterAll(() => house.close());

  it('waits for its categories and is computed once', async () => {
    const { programmeId, roundId } = selection;
    const run = { id: randomUUID(), programmeId, roundId };
    const tallyCategory = house.app.get(TallyCategory, { strict: false });
    const completeRun = house.app.get(CompleteRun, { strict: false });
    await expect(completeRun.run(run, [categoryId])).rejects.toThrow('has 0 of 1 categories');
    await Promise.all([1, 2, 3].map(() => tallyCategory.run(run, categoryId)));
    await Promise.all([1, 2, 3].map(() => completeRun.run(run, [categoryId])));
    await tallyCategory.run(run, categoryId);
    const { runs, newest } = await tallied(selection);
    expect(runs.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      [run.id, 'complete'],
    ]);
    expect(newest.categories[0].entries).toHaveLength(4);
    expect(
      await system(house, "select from platform.outbox where name = 'tally.run-completed'"),
    ).toHaveLength(1);
  });
});
