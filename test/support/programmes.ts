import type { Client } from './client.js';
import type { House } from './house.js';
import { personIn } from './people.js';

/** The calendar of the programmes below; `whileCollecting` is an instant at which units submit. */
export const programmeWindows = {
  submission: { opensAt: '2020-07-01T00:00:00.000Z', closesAt: '2020-08-01T09:00:00.000Z' },
  recommendation: { opensAt: '2020-07-01T00:00:00.000Z', closesAt: '2020-08-15T09:00:00.000Z' },
  judging: { opensAt: '2020-08-20T01:00:00.000Z', closesAt: '2020-09-01T09:00:00.000Z' },
};
export const whileCollecting = '2020-07-02T00:00:00.000Z';

/** Places for the units of the small province, by unit code and category. */
export const programmeQuotas = [
  { organisationCode: '430100', categoryCode: 'DY', places: 3 },
  { organisationCode: '430200', categoryCode: 'DY', places: 2 },
  { organisationCode: '439900', categoryCode: 'SD', places: 1 },
];

/** A client signed in as a new person in this role. */
export const clientIn = async (
  house: House,
  organisations: ReadonlyMap<string, string>,
  role: Parameters<typeof personIn>[1],
  code: string,
): Promise<Client> =>
  house.signIn(await personIn(house, role, organisations.get(code) ?? `no organisation ${code}`));

let slugs = 0;

/** A new draft of the fusion case with the calendar above, at version 1; its id. */
export async function draftProgramme(admin: Client): Promise<string> {
  const reply = await admin.post('/api/programmes', {
    templateKey: 'fusion-case',
    slug: `selection-${++slugs}`,
    name: '精品案例遴选',
    year: 2020,
    windows: programmeWindows,
  });
  if (reply.status !== 201) throw new Error(`no draft: ${reply.text}`);
  return reply.body.id as string;
}

/** A new open selection at version 3. The clock must stand before the last day to submit. */
export async function openProgramme(admin: Client, quotas = programmeQuotas): Promise<string> {
  const id = await draftProgramme(admin);
  await admin.put(`/api/programmes/${id}/quotas`, { quotas }, 1);
  const reply = await admin.post(`/api/programmes/${id}/opening`, undefined, 2);
  if (reply.status !== 200) throw new Error(`not opened: ${reply.text}`);
  return id;
}
