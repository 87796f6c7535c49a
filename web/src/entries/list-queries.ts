import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen } from '../api/client';
import { upload, type UploadOptions } from '../api/upload';
import { act, changing, type UnitList, type Versioned } from './queries';

// What a recommending unit does with its entries and its list.

export const useUnitList = (programmeId: () => string | undefined) =>
  useQuery({
    queryKey: ['entries', 'unit-list', programmeId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/entries/list-lock', {
          params: { query: { programmeId: programmeId() ?? '' } },
        }),
      ),
    enabled: () => Boolean(programmeId()),
  });

export const endorseEntry = ({ id, version }: Versioned) =>
  changing(bodyOf(api.POST('/api/entries/{id}/endorsement', act(id, version))));

export const takeBackEntry = ({ id, version }: Versioned) =>
  changing(bodyOf(api.DELETE('/api/entries/{id}/endorsement', act(id, version))));

export const returnEntry = (
  { id, version }: Versioned,
  body: { remarks: { field?: string; text: string }[]; dueAt?: string },
) => changing(bodyOf(api.POST('/api/entries/{id}/return', { ...act(id, version), body })));

/** Another time for a correction; null for as long as the unit recommends. */
export const prolongReturn = ({ id, version }: Versioned, dueAt: string | null) =>
  changing(
    bodyOf(
      api.PUT('/api/entries/{id}/return/due', { ...act(id, version), body: { dueAt } as never }),
    ),
  );

export const declineEntry = ({ id, version }: Versioned, reason: string) =>
  changing(
    bodyOf(api.POST('/api/entries/{id}/decline', { ...act(id, version), body: { reason } })),
  );

export const reconsiderEntry = ({ id, version }: Versioned) =>
  changing(bodyOf(api.DELETE('/api/entries/{id}/decline', act(id, version))));

export const rankEntries = (programmeId: string, categoryCode: string, entryIds: string[]) =>
  changing(
    bodyOf(api.PUT('/api/entries/ranking', { body: { programmeId, categoryCode, entryIds } })),
  );

export const lockList = (programmeId: string, password: string) =>
  changing(bodyOf(api.POST('/api/entries/list-lock', { body: { programmeId, password } })));

export const printSheet = (programmeId: string) =>
  changing(bodyOf(api.POST('/api/entries/list-sheet', { body: { programmeId } })));

/** Where the newest sheet, or the scan of it, is downloaded. */
export const sheetFile = (programmeId: string, form: 'pdf' | 'xlsx' | 'scan'): string =>
  `/api/entries/list-sheet/file?programmeId=${programmeId}&form=${form}`;

export const uploadScan = (
  programmeId: string,
  sheet: number,
  file: File,
  options: UploadOptions,
) =>
  upload<undefined>(
    `/api/entries/list-sheet/scan?programmeId=${programmeId}&sheet=${sheet}`,
    file,
    options,
  );

export const putLocalPublicity = (
  programmeId: string,
  record: Omit<NonNullable<UnitList['publicity']>, 'version'>,
  version: number,
) =>
  changing(
    bodyOf(
      api.PUT('/api/entries/list-sheet/publicity', {
        headers: seen(version),
        body: { programmeId, ...record },
      } as never),
    ),
  );
