import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../../api/client';
import { changing, type Judge } from '../queries';

export type ChairCase = Schemas['ChairCaseView'];
export type SpreadRow = Schemas['SpreadRowView'];

const of = (id: string) => ({ path: { id } });

/** Keeps a score that was asked about, or opens its sheet again for a reason. */
export const answerLook = (sheetId: string, body: Schemas['SecondLookDto']) =>
  changing(bodyOf(api.POST('/api/judging/sheets/{id}/second-look', { params: of(sheetId), body })));

/** What waits for the reader as chair, and what they decided. */
export const useChairCases = () =>
  useQuery({
    queryKey: ['judging', 'chair'],
    queryFn: () => bodyOf(api.GET('/api/judging/spreads')),
  });

export const decideSpread = ({ id, version }: ChairCase, body: Schemas['SpreadDecisionDto']) =>
  changing(
    bodyOf(
      api.POST('/api/judging/spreads/{id}/decision', {
        params: of(id),
        headers: seen(version),
        body,
      }),
    ),
  );

export const useRoundSpreads = (roundId: () => string) =>
  useQuery({
    queryKey: ['judging', 'spreads', roundId],
    queryFn: () => bodyOf(api.GET('/api/judging/rounds/{id}/spreads', { params: of(roundId()) })),
  });

export const checkSpreads = (roundId: string) =>
  changing(bodyOf(api.POST('/api/judging/rounds/{id}/spreads/check', { params: of(roundId) })));

export const setChair = ({ id, version }: Judge, isChair: boolean) =>
  changing(
    bodyOf(
      api.PUT('/api/judging/judges/{id}/chair', {
        params: of(id),
        headers: seen(version),
        body: { isChair },
      }),
    ),
  );
