import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, everyPage, seen, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';
import { resumable } from '../api/resumable';

/** The value of a field is whatever its kind says; the generator has no word for that. */
type WithValues<View extends { fields: readonly object[] }> = Omit<View, 'fields'> & {
  fields: (Omit<View['fields'][number], 'value'> & { value: unknown })[];
};
export type ProgrammeCard = Schemas['ProgrammeCardView'];
export type Programme = Schemas['ProgrammeView'];
export type FieldDef = Schemas['FieldView'];
export type AttachmentRule = Schemas['AttachmentRuleView'];
export type EntryCard = Schemas['EntryCardView'];
export type Entry = WithValues<Schemas['UnitEntryView']>;
export type CheckedEntry = WithValues<Schemas['ProvinceEntryView']>;
export type Attachment = Schemas['AttachmentView'];
export type Remark = Schemas['RemarkView'];
export type Lack = Schemas['ShortcomingView'];
export type Leak = Schemas['LeakView'];
export type CheckItem = Schemas['CheckItemView'];
export type CheckRow = Schemas['FormalCheckRowView'];
export type Receipt = Schemas['ReceiptView'];
export type UnitList = Schemas['UnitListView'];
export type ListedCategory = Schemas['ListedCategoryView'];
export type EntryFilter = {
  readonly programmeId?: string;
  readonly state?: string;
  readonly category?: string;
};

const pathOf = (id: string) => ({ path: { id } });
export const act = (id: string, version: number) => ({
  params: pathOf(id),
  headers: seen(version),
});
const keyOf = (id: string): string[] => ['entries', 'one', id];

// Selections

export const useProgrammes = () =>
  useQuery({
    queryKey: ['entries', 'programmes'],
    queryFn: () => bodyOf(api.GET('/api/programmes')).then(({ programmes }) => programmes),
  });

export const useProgramme = (id: () => string | undefined) =>
  useQuery({
    queryKey: ['entries', 'programme', id],
    queryFn: () => bodyOf(api.GET('/api/programmes/{id}', { params: pathOf(id() ?? '') })),
    enabled: () => Boolean(id()),
    staleTime: 60_000,
  });

// Entries

const fetchEntries = (filter: EntryFilter, after?: string) =>
  bodyOf(api.GET('/api/entries', { params: { query: { ...filter, after } as never } }));

/** A list that comes in pages, the newest first; the counts are of the whole list by state. */
export const useEntries = (filter: () => EntryFilter, enabled: () => boolean = () => true) =>
  useInfiniteQuery({
    queryKey: ['entries', 'list', filter],
    queryFn: ({ pageParam }) => fetchEntries(filter(), pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    enabled,
    placeholderData: keepPreviousData,
  });

const fetchEntry = <Shown extends Entry | CheckedEntry>(id: string): Promise<Shown> =>
  bodyOf(
    api.GET('/api/entries/{id}', { params: pathOf(id) }),
  ) as Promise<unknown> as Promise<Shown>;

/** Soon while a file is being checked, later while its check waits for the scanner. */
function askAgain(files: readonly Attachment[]): number | false {
  const checked = files.filter(({ state }) => state === 'checking');
  if (checked.length === 0) return false;
  return checked.some(({ refusal }) => refusal === null) ? 2_000 : 20_000;
}

/** One entry as its unit and its officers see it; asked again while a file is being checked. */
export const useEntry = (id: () => string) =>
  useQuery({
    queryKey: ['entries', 'one', id],
    queryFn: () => fetchEntry<Entry>(id()),
    refetchInterval: ({ state }) => askAgain(state.data?.attachments ?? []),
  });

/** One recommended entry as the province sees it. */
export const useCheckedEntry = (id: () => string) =>
  useQuery({ queryKey: ['entries', 'one', id], queryFn: () => fetchEntry<CheckedEntry>(id()) });

/** What its unit changed between the last two times it was handed in. */
export const useChanges = (id: () => string) =>
  useQuery({
    queryKey: ['entries', 'changes', id],
    queryFn: () => bodyOf(api.GET('/api/entries/{id}/changes', { params: pathOf(id()) })),
  });

/** Entries like this one, as far as this person may see them. */
export const useLikeness = (id: () => string) =>
  useQuery({
    queryKey: ['entries', 'likeness', id],
    queryFn: () => bodyOf(api.GET('/api/entries/{id}/likeness', { params: pathOf(id()) })),
  });

export const useReceipt = (id: () => string) =>
  useQuery({
    queryKey: ['entries', 'receipt', id],
    queryFn: () => bodyOf(api.GET('/api/entries/{id}/receipt', { params: pathOf(id()) })),
  });

/** After an act everything shown of entries may have changed. */
export const refreshEntries = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: ['entries'] });

export const refreshEntry = (id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keyOf(id) });

/** What is seen of an entry when somebody acts on it. */
export type Versioned = Pick<EntryCard, 'id' | 'version'>;

/** Does, then asks again for what is shown, whether it was done or refused. */
export async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void refreshEntries();
  }
}

// What a unit does

export const createEntry = (programmeId: string, categoryCode: string, title: string) =>
  changing(bodyOf(api.POST('/api/entries', { body: { programmeId, categoryCode, title } })));

export const renameEntry = (
  { id, version }: Entry,
  body: { title: string; categoryCode: string },
) => changing(bodyOf(api.PUT('/api/entries/{id}/title', { ...act(id, version), body })));

/** Writes one field over the version that was seen; what is shown of the entry keeps up with it. */
export async function writeField(id: string, key: string, value: unknown, version: number) {
  const saved = await bodyOf(
    api.PUT('/api/entries/{id}/fields/{key}', {
      params: { path: { id, key } },
      headers: seen(version),
      body: { value } as never,
    }),
  );
  queryClient.setQueryData<Entry>(keyOf(id), (entry) => {
    if (!entry) return entry;
    const others = entry.fields.filter((field) => field.key !== key);
    return { ...entry, updatedAt: saved.savedAt, fields: [...others, { ...saved, value }] };
  });
  return saved;
}

export async function readField(id: string, key: string) {
  const { fields } = await fetchEntry<Entry>(id);
  const { value = null, version = 0 } = fields.find((field) => field.key === key) ?? {};
  return { value, version };
}

/** Files for one rule of an entry, sent in parts. */
export const entryFiles = (id: string, rule: string) =>
  resumable(`/api/entries/${id}/uploads`, rule, (file) => ({ filename: file.name, rule }));

export const fileUrl = (id: string, attachmentId: string): string =>
  `/api/entries/${id}/attachments/${attachmentId}`;

export const removeFile = (id: string, attachmentId: string) =>
  changing(
    bodyOf(
      api.DELETE('/api/entries/{id}/attachments/{attachmentId}', {
        params: { path: { id, attachmentId } },
      }),
    ),
  );

export const submitEntry = ({ id, version }: Entry) =>
  changing(bodyOf(api.POST('/api/entries/{id}/submission', act(id, version))));

export const withdrawEntry = ({ id, version }: Entry, reason: string) =>
  changing(
    bodyOf(api.POST('/api/entries/{id}/withdrawal', { ...act(id, version), body: { reason } })),
  );

// What the province does

/** Every recommended entry: filters and subtotals are over the whole list. */
const fetchAllChecks = (programmeId: string): Promise<CheckRow[]> =>
  everyPage(async (after) => {
    const query = { programmeId, after };
    const { entries, next } = await bodyOf(
      api.GET('/api/entries/formal-check', { params: { query } }),
    );
    return { rows: entries, next };
  });

export const useFormalCheck = (programmeId: () => string) =>
  useQuery({
    queryKey: ['entries', 'formal-check', programmeId],
    queryFn: () => fetchAllChecks(programmeId()),
  });
