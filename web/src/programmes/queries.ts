import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';

export type ProgrammeCard = Schemas['ProgrammeCardView'];
export type Programme = Schemas['ProgrammeView'];
export type Windows = Schemas['WindowsView'];
export type Template = Schemas['TemplateView'];
export type Rubric = Schemas['RubricView'];
export type HealthItem = Schemas['HealthItemView'];
export type QuotaTable = Schemas['QuotaTableView'];
export type QuotaRow = Schemas['QuotaRowView'];
export type NewProgramme = Schemas['NewProgrammeDto'];
export type Settings = Schemas['SettingsDto'];

const pathOf = (id: string) => ({ path: { id } });
const act = (id: string, version: number) => ({ params: pathOf(id), headers: seen(version) });

/** The newest first, page by page. */
export const useProgrammes = () =>
  useInfiniteQuery({
    queryKey: ['programmes', 'list'],
    queryFn: ({ pageParam }) =>
      bodyOf(api.GET('/api/programmes', { params: { query: { after: pageParam } as never } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const aMinute = 60_000;

/** One selection; asked again while its lists are about to close, because the next step depends on it. */
export const useProgramme = (id: () => string) =>
  useQuery({
    queryKey: ['programmes', 'one', id],
    queryFn: () => bodyOf(api.GET('/api/programmes/{id}', { params: pathOf(id()) })),
    refetchInterval: ({ state }) => (state.data?.state === 'collecting' ? aMinute : false),
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ['programmes', 'templates'],
    queryFn: () => bodyOf(api.GET('/api/programmes/templates')),
    staleTime: Infinity,
  });

/** What stands before the opening, asked while there is one to come. */
export const useHealth = (id: () => string, isDraft: () => boolean) =>
  useQuery({
    queryKey: ['programmes', 'health', id],
    queryFn: () => bodyOf(api.GET('/api/programmes/{id}/health', { params: pathOf(id()) })),
    enabled: isDraft,
  });

export const useQuotas = (id: () => string) =>
  useQuery({
    queryKey: ['programmes', 'quotas', id],
    queryFn: () => bodyOf(api.GET('/api/programmes/{id}/quotas', { params: pathOf(id()) })),
  });

/** Does, then asks again for what is shown, whether it was done or refused. */
async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries();
  }
}

export const createProgramme = (body: NewProgramme) =>
  changing(bodyOf(api.POST('/api/programmes', { body })));

export const setQuotas = (id: string, version: number, quotas: QuotaRow[]) =>
  changing(
    bodyOf(api.PUT('/api/programmes/{id}/quotas', { ...act(id, version), body: { quotas } })),
  );

export const openProgramme = (id: string, version: number) =>
  changing(bodyOf(api.POST('/api/programmes/{id}/opening', act(id, version))));

export const startChecking = (id: string, version: number) =>
  changing(bodyOf(api.POST('/api/programmes/{id}/checking', act(id, version))));
