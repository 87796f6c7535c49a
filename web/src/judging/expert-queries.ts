import { useInfiniteQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../api/client';
import { upload } from '../api/upload';
import { changing } from './queries';

// The pool of experts.

export type Expert = Schemas['ExpertView'];
type ExpertPlan = Schemas['ExpertPlanView'];
export type ExpertAct = Schemas['ExpertStateDto']['action'];

/** What is empty does not matter. */
export type ExpertsWanted = {
  readonly search: string;
  readonly state: string;
  readonly kind: string;
  readonly prefectureId: string;
  readonly category: string;
};

const given = (wanted: ExpertsWanted): Record<string, string> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));

export const useExperts = (wanted: () => ExpertsWanted) =>
  useInfiniteQuery({
    queryKey: ['judging', 'experts', wanted],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/judging/experts', {
          params: { query: { ...given(wanted()), after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const expertsFile = (wanted: ExpertsWanted): string =>
  `/api/judging/experts/file?${new URLSearchParams(given(wanted)).toString()}`;

export const expertTemplate = '/api/judging/experts/imports/template';

export const previewExperts = async (file: File) => {
  const { experts, faults } = await upload<ExpertPlan>(
    '/api/judging/experts/imports/preview',
    file,
  );
  return { rows: experts, faults };
};

export const importExperts = (file: File) =>
  changing(upload<Schemas['ImportedExpertsView']>('/api/judging/experts/imports', file));

export const setExpertState = ({ id, version }: Expert, action: ExpertAct, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/experts/{id}/state', {
        params: { path: { id } },
        headers: seen(version),
        body: { action, reason },
      }),
    ),
  );
