import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';

export type RuleChanges = Schemas['RuleChangesView'];
export type RuleChange = Schemas['RuleChangeView'];
export type ProposedChange = Schemas['ProposedChangeDto'];

export const useRuleChanges = (id: () => string) =>
  useQuery({
    queryKey: ['programmes', 'changes', id],
    queryFn: () =>
      bodyOf(api.GET('/api/programmes/{id}/changes', { params: { path: { id: id() } } })),
  });

async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries();
  }
}

export const proposeChange = (id: string, version: number, body: ProposedChange) =>
  changing(
    bodyOf(
      api.POST('/api/programmes/{id}/changes', {
        params: { path: { id } },
        headers: seen(version),
        body,
      }),
    ),
  );

const of = (id: string, changeId: string) => ({ params: { path: { id, changeId } } });

export const confirmChange = (id: string, changeId: string, password: string) =>
  changing(
    bodyOf(
      api.POST('/api/programmes/{id}/changes/{changeId}/confirmation', {
        ...of(id, changeId),
        body: { password },
      }),
    ),
  );

export const rejectChange = (id: string, changeId: string, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/programmes/{id}/changes/{changeId}/rejection', {
        ...of(id, changeId),
        body: { reason },
      }),
    ),
  );

export const takeBackChange = (id: string, changeId: string) =>
  changing(bodyOf(api.DELETE('/api/programmes/{id}/changes/{changeId}', of(id, changeId))));

/** Where the frozen text of a revision is saved from. */
export const rulesFile = (id: string, revision: number): string =>
  `/api/programmes/${id}/changes/rules?revision=${revision}`;
