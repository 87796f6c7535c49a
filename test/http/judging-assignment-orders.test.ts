import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onRun } from '../support/assignments.js';
import { ComputeRun } from '../../src/judging/use-cases/compute-run.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  type SeatedJudge,
  type Selection,
} from '../support/judging.js';
import { clientIn } from '../support/programmes.js';

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

const order = (part: object = {}) =>
  selection.admin.post(`/api/judging/rounds/${roundId}/assignments`, {
    ...{ kind: 'assignment', seed: 'seed' },
    ...part,
  });
const shown = async (id: string) =>
  (await selection.admin.get(`/api/judging/assignments/${id}`)).body;

describe('asking for an assignment', () => {
  it.each([
    ['no seed', { seed: undefined }],
    ['an empty seed', { seed: '' }],
    ['a seed without end', { seed: 'x'.repeat(65) }],
    ['a seed that is none', { seed: 7 }],
    ['no kind', { kind: undefined }],
    ['a kind that there is not', { kind: 'guess' }],
    ['a limit of nothing', { maxLoad: 0 }],
    ['half a limit', { maxLoad: 2.5 }],
    ['a limit that is none', { maxLoad: '3' }],
    ['a group of nobody', { perGroup: 0 }],
    ['a group without end', { perGroup: 101 }],
    ['something else', { pairs: [] }],
  ])('is refused for %s', async (_what, part) => {
    const reply = await order(part);
    expect([reply.status, reply.body.code]).toEqual([422, 'platform.bad-form']);
  });

  it('is refused for another round, for a repair of nothing, and to whoever does not manage', async () => {
    const other = `/api/judging/rounds/${randomUUID()}/assignments`;
    const form = { kind: 'assignment', seed: 'x' };
    expect((await selection.admin.post(other, form)).status).toBe(404);
    const repair = await order({ kind: 'repair' });
    expect([repair.status, repair.body.code]).toEqual([409, 'judging.wrong-state']);
    const supervisor = await clientIn(house, selection.organisations, 'supervisor', '430000');
    for (const client of [supervisor, judges[0]?.client]) {
      const reply = await client?.post(`/api/judging/rounds/${roundId}/assignments`, form);
      expect(reply?.status).toBe(403);
    }
  });

  it('begins a draft that may be cancelled and is then not computed', async () => {
    const { status, body } = await order();
    expect([status, body]).toEqual([201, { id: expect.any(String), number: 1 }]);
    expect(await shown(body.id)).toMatchObject({
      ...{ state: 'draft', kind: 'assignment', seed: 'seed', pairs: null, outcome: null },
      ...{ roundId, roundVersion: 1, failure: null, changes: [], actions: ['cancel'] },
    });
    const second = await order();
    expect([second.status, second.body.code]).toEqual([409, 'judging.run-under-way']);
    expect((await onRun(selection, body.id, 'cancellation')).status).toBe(204);
    await house.app.get(ComputeRun, { strict: false }).run(body.id);
    expect(await shown(body.id)).toMatchObject({ state: 'cancelled', pairs: null, actions: [] });
    const again = await onRun(selection, body.id, 'cancellation');
    expect([again.status, again.body.code]).toEqual([409, 'judging.wrong-state']);
  });
});
