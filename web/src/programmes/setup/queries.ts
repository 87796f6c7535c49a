import { useQuery } from '@tanstack/vue-query';
import type { SelectionConfig } from '../../../../src/programmes/rules/config';
import { api, bodyOf, seen, type Schemas } from '../../api/client';
import { queryClient } from '../../api/query-client';

/** The rules of a draft as they are stored. */
export type Draft = Omit<Schemas['DraftView'], 'config'> & { readonly config: SelectionConfig };
/** What a screen changes; whole parts of the rules. */
export type RulesChange = Omit<Schemas['RulesDto'], 'config'> & {
  readonly config?: Partial<SelectionConfig>;
};

const keyOf = (id: string) => ['programmes', 'draft', id];

export const useDraft = (id: () => string) =>
  useQuery({
    queryKey: ['programmes', 'draft', id],
    queryFn: async () =>
      (await bodyOf(
        api.GET('/api/programmes/{id}/rules', { params: { path: { id: id() } } }),
      )) as Draft,
  });

/** Saves; the next screen begins at once with what was saved. */
export async function saveRules(id: string, version: number, change: RulesChange) {
  try {
    const saved = await bodyOf(
      api.PATCH('/api/programmes/{id}/rules', {
        params: { path: { id } },
        headers: seen(version),
        body: change as Schemas['RulesDto'],
      }),
    );
    const { config, dropsPlaces: _, ...rest } = change;
    queryClient.setQueryData<Draft>(
      keyOf(id),
      (draft) => draft && { ...draft, ...rest, ...saved, config: { ...draft.config, ...config } },
    );
    queryClient.removeQueries({ queryKey: ['programmes', 'quotas', id], type: 'inactive' });
    return saved;
  } finally {
    void queryClient.invalidateQueries();
  }
}
