import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, everyPage, seen, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';

export type ProgrammeCard = Schemas['ProgrammeCardView'];
export type Judge = Schemas['JudgeView'];
export type Conflicted = Schemas['ConflictedView'];
export type JudgeLoad = Schemas['JudgeLoadView'];
export type JudgeRow = Schemas['JudgeRowDto'];
export type RoundCard = Schemas['RoundCardView'];
export type Round = Schemas['RoundView'];
export type Panel = Schemas['PanelView'];
export type Candidate = Schemas['CandidateView'];

const of = (id: string) => ({ path: { id } });
const act = (id: string, version: number) => ({ params: of(id), headers: seen(version) });
const aMinute = 60_000;
const twoSeconds = 2_000;

/** Does, then asks again for what is shown, whether it was done or refused. */
export async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries();
  }
}

/** Every selection, whatever the number of pages. */
export const useProgrammes = () =>
  useQuery({
    queryKey: ['judging', 'programmes'],
    queryFn: () =>
      everyPage<ProgrammeCard>(async (after) => {
        const query = { after } as never;
        const { programmes, next } = await bodyOf(
          api.GET('/api/programmes', { params: { query } }),
        );
        return { rows: programmes, next };
      }),
  });

export const useProgramme = (id: () => string) =>
  useQuery({
    queryKey: ['judging', 'programme', id],
    queryFn: () => bodyOf(api.GET('/api/programmes/{id}', { params: of(id()) })),
  });

export const useJudges = (programmeId: () => string) =>
  useInfiniteQuery({
    queryKey: ['judging', 'judges', programmeId],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/judging/programmes/{id}/judges', {
          params: { ...of(programmeId()), query: { after: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const inviteJudges = (programmeId: string, judges: JudgeRow[]) =>
  changing(
    bodyOf(
      api.POST('/api/judging/programmes/{id}/judges', {
        params: of(programmeId),
        body: { judges },
      }),
    ),
  );

export const withdrawJudge = (judge: Pick<Judge, 'id' | 'version'>, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/judges/{id}/withdrawal', {
        ...act(judge.id, judge.version),
        body: { reason },
      }),
    ),
  );

export const useRounds = (programmeId: () => string) =>
  useQuery({
    queryKey: ['judging', 'rounds', programmeId],
    queryFn: () =>
      bodyOf(api.GET('/api/judging/programmes/{id}/rounds', { params: of(programmeId()) })),
  });

export const prepareRound = (programmeId: string, name: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/programmes/{id}/rounds', {
        params: of(programmeId),
        body: name ? { name } : {},
      }),
    ),
  );

const isWaitedFor = ({ runs }: Round): boolean =>
  runs.some(({ state }) => state === 'draft' || state === 'computing');

/** One round; asked again each minute while judges score, and soon while an assignment is computed. */
export const useRound = (id: () => string) =>
  useQuery({
    queryKey: ['judging', 'round', id],
    queryFn: () => bodyOf(api.GET('/api/judging/rounds/{id}', { params: of(id()) })),
    enabled: () => id() !== '',
    refetchInterval: ({ state: { data } }) => {
      if (data && isWaitedFor(data)) return twoSeconds;
      return data?.state === 'open' ? aMinute : false;
    },
  });

export const usePanels = (roundId: () => string, gapsOnly: () => boolean) =>
  useInfiniteQuery({
    queryKey: ['judging', 'panels', roundId, gapsOnly],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/judging/rounds/{id}/entries', {
          params: { ...of(roundId()), query: { gaps: gapsOnly(), after: pageParam } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useCandidates = (roundId: () => string, entryId: () => string) =>
  useQuery({
    queryKey: ['judging', 'candidates', roundId, entryId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/judging/rounds/{id}/entries/{entryId}/candidates', {
          params: { path: { id: roundId(), entryId: entryId() } },
        }),
      ),
  });

type Versioned = Pick<Round, 'id' | 'version'>;

export const addSheet = (roundId: string, entryId: string, judgeId: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/rounds/{id}/sheets', {
        params: of(roundId),
        body: { entryId, judgeId },
      }),
    ),
  );

/** Opens a round; with a later end than planned, for a reason. */
export const openRound = (
  { id, version }: Versioned,
  extension: { until?: string; reason?: string } = {},
) =>
  changing(
    bodyOf(api.POST('/api/judging/rounds/{id}/opening', { ...act(id, version), body: extension })),
  );

export const extendRound = ({ id, version }: Versioned, until: string, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/rounds/{id}/extension', {
        ...act(id, version),
        body: { until, reason },
      }),
    ),
  );

export const closeRound = ({ id, version }: Versioned) =>
  changing(bodyOf(api.POST('/api/judging/rounds/{id}/closing', act(id, version))));
