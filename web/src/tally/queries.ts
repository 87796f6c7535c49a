import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';

export type Tally = Schemas['TallyView'];
export type Run = Schemas['RunView'];
export type OpenedRun = Schemas['OpenedRunView'];
export type RankedCategory = Schemas['RankedCategoryView'];
export type RankedEntry = Schemas['RankedEntryView'];
export type TieStep = Schemas['TallyStepView'];
export type Decision = Schemas['VerificationDto'];

const pathOf = (id: string) => ({ path: { id } });
const whileComputing = 1_000;

/** Runs and the newest ranking; asked again while jobs compute. */
export const useTally = (programmeId: () => string) =>
  useQuery({
    queryKey: ['tally', 'programme', programmeId],
    queryFn: () => bodyOf(api.GET('/api/tally/programmes/{id}', { params: pathOf(programmeId()) })),
    refetchInterval: ({ state }) =>
      state.data?.newest?.state === 'computing' ? whileComputing : false,
  });

/** Does, then asks again for what is shown, whether it was done or refused. */
async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries();
  }
}

export const startRun = (programmeId: string) =>
  changing(bodyOf(api.POST('/api/tally/programmes/{id}/runs', { params: pathOf(programmeId) })));

export const verifyRun = (runId: string, body: Decision) =>
  changing(bodyOf(api.POST('/api/tally/runs/{id}/verification', { params: pathOf(runId), body })));

/** Where the canonical texts of a run can be taken home. */
export const exportAddress = (runId: string): string => `/api/tally/runs/${runId}/export`;
