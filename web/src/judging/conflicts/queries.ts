import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, everyPage, seen, type Schemas } from '../../api/client';
import { changing, type Judge } from '../queries';

const of = (id: string) => ({ path: { id } });

export type Conflict = Schemas['ConflictView'];
type Decision = Schemas['ConflictDecisionDto'];
type OrderedRecusal = Schemas['OrderedRecusalDto'];

/** What the list of conflicts is narrowed to; '' narrows nothing. */
export type ConflictFilter = { readonly state: string; readonly source: string };

export const useConflicts = (programmeId: () => string, filter: () => ConflictFilter) =>
  useInfiniteQuery({
    queryKey: ['judging', 'conflicts', programmeId, filter],
    queryFn: ({ pageParam }) => {
      const { state, source } = filter();
      const narrowed = Object.entries({ state, source, after: pageParam }).filter(
        ([, value]) => value !== '',
      );
      return bodyOf(
        api.GET('/api/judging/programmes/{id}/conflicts', {
          params: { ...of(programmeId()), query: Object.fromEntries(narrowed) },
        }),
      );
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const checkConflicts = (programmeId: string) =>
  changing(
    bodyOf(api.POST('/api/judging/programmes/{id}/conflicts/check', { params: of(programmeId) })),
  );

export const recuseJudge = (programmeId: string, body: OrderedRecusal) =>
  changing(
    bodyOf(api.POST('/api/judging/programmes/{id}/conflicts', { params: of(programmeId), body })),
  );

export const decideConflict = (conflict: Pick<Conflict, 'id' | 'version'>, body: Decision) =>
  changing(
    bodyOf(
      api.POST('/api/judging/conflicts/{id}/decision', {
        params: of(conflict.id),
        headers: seen(conflict.version),
        body,
      }),
    ),
  );

/** Every judge who may be recused, whatever the number of pages. */
export const useAllJudges = (programmeId: () => string) =>
  useQuery({
    queryKey: ['judging', 'all-judges', programmeId],
    queryFn: () =>
      everyPage<Judge>(async (after = '') => {
        const { judges, next } = await bodyOf(
          api.GET('/api/judging/programmes/{id}/judges', {
            params: { ...of(programmeId()), query: { after } },
          }),
        );
        return { rows: judges, next };
      }),
  });
