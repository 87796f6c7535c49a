import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';

export type AuditLine = Schemas['AuditLineView'];
export type Chain = Schemas['AuditChainView'];

/** The newest lines first. @param events parts of event codes; undefined for all */
export const useLines = (events: () => readonly string[] | undefined) =>
  useInfiniteQuery({
    queryKey: ['audit', 'lines', events],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/audit/lines', {
          params: { query: { before: pageParam, event: events()?.join(',') } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: () => events()?.length !== 0,
  });

const mostNames = 100;

async function fetchNames(ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += mostNames) {
    const query = { ids: ids.slice(at, at + mostNames).join(',') };
    const { people, organisations } = await bodyOf(
      api.GET('/api/identity/names', { params: { query } }),
    );
    for (const { id, name } of [...people, ...organisations]) names.set(id, name);
  }
  return names;
}

/** What the people and organisations of these ids are called. */
export const useNames = (ids: () => readonly string[]) =>
  useQuery({
    queryKey: ['audit', 'names', ids],
    queryFn: () => fetchNames(ids()),
    enabled: () => ids().length > 0,
    placeholderData: (before: Map<string, string> | undefined) => before,
    staleTime: 300_000,
  });

export const fetchChain = (): Promise<Chain> => bodyOf(api.GET('/api/audit/chain'));
