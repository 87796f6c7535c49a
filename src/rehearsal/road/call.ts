import type { Stage } from '../stage.js';

type Window = { readonly opensAt: string; readonly closesAt: string };

/** What the rest of the road needs to know of the programme. */
export type Call = { readonly programmeId: string; readonly slug: string };

export const administrator = 'programme-admin-1';
export const secondAdministrator = 'programme-admin-2';

/** An administrator makes a programme from the template, gives the places out and opens it. */
export async function call(stage: Stage): Promise<Call> {
  const { timeline, province } = stage;
  await stage.at(timeline.call);
  const admin = stage.as(administrator);
  const year = timeline.call.getUTCFullYear();
  const slug = `fusion-${year}`;
  const name = `${year}年中小学党建融合育人精品案例遴选`;
  const { id } = await admin.post<{ id: string }>('/api/programmes', {
    templateKey: 'fusion-case',
    slug,
    name,
    year,
  });
  const path = `/api/programmes/${id}`;
  const version = async (): Promise<number> => (await admin.get<{ version: number }>(path)).version;
  const windows: Record<string, Window> = {
    submission: window(timeline.submissionOpens, timeline.submissionCloses),
    recommendation: window(timeline.recommendationOpens, timeline.recommendationCloses),
    judging: window(timeline.judgingOpens, timeline.judgingCloses),
  };
  await admin.put(`${path}/settings`, { name, windows }, await version());
  const quotas = province.quotas.map(({ prefectureCode, categoryCode, places }) => ({
    organisationCode: prefectureCode,
    categoryCode,
    places,
  }));
  await admin.put(`${path}/quotas`, { quotas }, await version());
  await admin.post(`${path}/opening`, undefined, await version());
  return { programmeId: id, slug };
}

const window = (opens: Date, closes: Date): Window => ({
  opensAt: opens.toISOString(),
  closesAt: closes.toISOString(),
});
