import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deployedRun } from '../support/assignments.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  assignedRound,
  checkedSelection,
  living,
  type SeatedJudge,
  type Selection,
  sheetsOf,
} from '../support/judging.js';

let house: House;
let selection: Selection;
let judge: SeatedJudge & { readonly personId: string };

beforeAll(async () => {
  house = await openHouse();
  selection = await checkedSelection(house);
  judge = await acceptedJudge(selection, '430000');
  await acceptedJudge(selection, '430000');
});
afterAll(() => house.close());

const judges = async () =>
  (await selection.admin.get(`/api/judging/programmes/${selection.programmeId}/judges`)).body
    .judges as { id: string; email: string; version: number }[];

async function leaveAndComeBack(): Promise<void> {
  const [row] = (await judges()).filter(({ id }) => id === judge.id);
  const reason = '出差';
  const left = `/api/judging/judges/${judge.id}/withdrawal`;
  expect((await selection.admin.post(left, { reason }, row?.version)).status).toBe(200);
  const again = { name: '评委', email: row?.email, code: judge.code };
  const asked = await selection.admin.post(
    `/api/judging/programmes/${selection.programmeId}/judges`,
    { judges: [{ ...again, organisationCode: '430000', categoryCode: 'DY' }] },
  );
  expect(asked.body.invited).toBe(1);
  const accept = `/api/judging/invitations/${judge.id}/acceptance`;
  const version = (row?.version ?? 0) + 2;
  expect((await judge.client.post(accept, undefined, version)).status).toBe(200);
}

describe('a judge who left before the opening and came back', () => {
  it('may get the same entries when the round is assigned anew, because nobody saw them', async () => {
    const roundId = await assignedRound(selection);
    const before = living(await sheetsOf(house, roundId));
    expect(before).toHaveLength(8);
    await leaveAndComeBack();
    const states = (await sheetsOf(house, roundId)).map(({ state }) => state).sort();
    expect(states).toEqual([...Array(4).fill('assigned'), ...Array(4).fill('void')]);
    const deployed = await deployedRun(selection, roundId, { kind: 'assignment', seed: 'again' });
    expect([deployed.status, deployed.body?.code]).toEqual([200, undefined]);
    const after = await sheetsOf(house, roundId);
    expect(after.map(({ state }) => state)).toEqual(Array(8).fill('assigned'));
    expect(living(after)).toEqual(before);
  });
});
