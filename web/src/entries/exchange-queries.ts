import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';
import { upload } from '../api/upload';
import { changing } from './queries';

// What leaves the house as a file, and what comes in as one.

export type EntryRows = Schemas['EntryRowsView'];

/** Which tables this person may take along. */
export const useExportTables = () =>
  useQuery({
    queryKey: ['entries', 'exports'],
    queryFn: () => bodyOf(api.GET('/api/entries/exports')).then(({ tables }) => tables),
    staleTime: Infinity,
  });

const provinceOf = async (): Promise<string | undefined> => {
  const [province] = await bodyOf(
    api.GET('/api/identity/organisations', { params: { query: {} } }),
  );
  return province?.id;
};

/** Every recommending unit in administrative order. */
export const useRecommendingUnits = (enabled: () => boolean) =>
  useQuery({
    queryKey: ['entries', 'recommending-units'],
    queryFn: async () =>
      bodyOf(
        api.GET('/api/identity/organisations', {
          params: { query: { parent: await provinceOf() } },
        }),
      ),
    enabled,
    staleTime: Infinity,
  });

const query = (values: Readonly<Record<string, string>>): string =>
  new URLSearchParams(values).toString();

export const tableFile = (programmeId: string, table: string, form: 'xlsx' | 'pdf'): string =>
  `/api/entries/exports/table?${query({ programmeId, table, form })}`;

/** @param unitId of one recommending unit; all within reach when it is empty */
export const packageFile = (programmeId: string, unitId: string): string =>
  `/api/entries/exports/package?${query({ programmeId, ...(unitId ? { unitId } : {}) })}`;

export const entriesFile = (programmeId: string): string =>
  `/api/entries/exports/entries?${query({ programmeId })}`;

export const templateFile = (programmeId: string): string =>
  `/api/entries/imports/template?${query({ programmeId })}`;

export const previewImport = (programmeId: string, file: File) =>
  upload<EntryRows>(`/api/entries/imports/preview?${query({ programmeId })}`, file);

export const importEntries = (programmeId: string, file: File) =>
  changing(upload<{ entryIds: string[] }>(`/api/entries/imports?${query({ programmeId })}`, file));
