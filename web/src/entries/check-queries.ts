import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../api/client';
import { act, changing, type CheckItem, type Versioned } from './queries';

// What the province does in the formal check.

export type Selection = Schemas['SelectionView'];
export type SelectedRow = Schemas['SelectedRowView'];
export type BulkAct = Schemas['BulkActDto'];
export type CorrectionRemark = Schemas['CorrectionRemarkDto'];
export type Rejection = { readonly reasonCode: string; readonly note: string };

export type LockedUnit = Schemas['LockedUnitView'];

export const useLockedLists = (programmeId: () => string) =>
  useQuery({
    queryKey: ['entries', 'list-locks', programmeId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/entries/list-locks', {
          params: { query: { programmeId: programmeId() } },
        }),
      ),
  });

export const unlockList = (
  programmeId: string,
  unitId: string,
  signed: { readonly reason: string; readonly password: string },
) =>
  changing(
    bodyOf(api.POST('/api/entries/list-unlock', { body: { programmeId, unitId, ...signed } })),
  );

export const acceptEntry = ({ id, version }: Versioned, confirmsOpen: boolean) =>
  changing(
    bodyOf(
      api.POST('/api/entries/{id}/acceptance', { ...act(id, version), body: { confirmsOpen } }),
    ),
  );

export const rejectEntry = ({ id, version }: Versioned, body: Rejection) =>
  changing(
    bodyOf(api.POST('/api/entries/{id}/rejection', { ...act(id, version), body: body as never })),
  );

/** Writes down what was found on an item, over the finding that was seen. */
export const markItem = (
  id: string,
  { code, mark }: CheckItem,
  body: { readonly verdict: 'fits' | 'fails'; readonly note: string },
) =>
  changing(
    bodyOf(
      api.PUT('/api/entries/{id}/check-marks/{item}', {
        params: { path: { id, item: code } },
        headers: seen(mark?.version ?? 0),
        body,
      }),
    ),
  );

export const askCorrection = (
  { id, version }: Versioned,
  remarks: CorrectionRemark[],
  dueAt: string,
) =>
  changing(
    bodyOf(
      api.POST('/api/entries/{id}/correction', { ...act(id, version), body: { remarks, dueAt } }),
    ),
  );

export const extendCorrection = ({ id, version }: Versioned, dueAt: string, reason: string) =>
  changing(
    bodyOf(
      api.PUT('/api/entries/{id}/correction', { ...act(id, version), body: { dueAt, reason } }),
    ),
  );

export const recallCorrection = ({ id, version }: Versioned, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/entries/{id}/correction/recall', { ...act(id, version), body: { reason } }),
    ),
  );

/** Whether files are scanned for viruses, and how many wait for it. */
export const useFileChecks = () =>
  useQuery({
    queryKey: ['entries', 'file-checks'],
    queryFn: () => bodyOf(api.GET('/api/entries/file-checks')),
  });

/** Lets the copy for judges be made again. */
export const remakeCopy = (id: string, attachmentId: string) =>
  changing(
    bodyOf(
      api.POST('/api/entries/{id}/attachments/{attachmentId}/copy', {
        params: { path: { id, attachmentId } },
      }),
    ),
  );

export const previewBulk = (body: BulkAct) =>
  bodyOf(api.POST('/api/entries/formal-check/selection/preview', { body }));

/** Does what this preview showed, or nothing. */
export const runBulk = (body: BulkAct, { fingerprint, rows }: Selection) =>
  changing(
    bodyOf(
      api.POST('/api/entries/formal-check/selection', {
        body: {
          ...body,
          fingerprint,
          seen: rows.map(({ id, version, code }) => ({ id, version, code })),
        },
      }),
    ),
  );
