import { useQueries, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../../api/client';
import { queryClient } from '../../api/query-client';
import type { Stored } from '../../ui/saving/field-saver';

export type Invitation = Schemas['InvitationToJudgeView'];
export type OwnRound = Schemas['OwnRoundView'];
export type Declarable = Schemas['DeclarableView'];
export type DeclaredKind = Schemas['RecusalDto']['kind'];
export type Queue = Schemas['QueueView'];
export type QueueRow = Schemas['QueueRowView'];
export type Sheet = Schemas['SheetView'];
export type SheetCriterion = Schemas['SheetCriterionView'];
export type BlindFile = Schemas['BlindFileView'];
export type Written = Schemas['WrittenView'];
export type Signature = Schemas['SignatureView'];
export type Recommendation = NonNullable<Schemas['RecommendationDto']['recommendation']>;

const of = (id: string) => ({ path: { id } });
const act = (id: string, version: number) => ({ params: of(id), headers: seen(version) });

/** Does, then asks again for what is shown, whether it was done or refused. */
async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries();
  }
}

export const useInvitations = () =>
  useQuery({
    queryKey: ['judging', 'invitations'],
    queryFn: () => bodyOf(api.GET('/api/judging/invitations')),
  });

export const accept = ({ id, version }: Invitation) =>
  changing(bodyOf(api.POST('/api/judging/invitations/{id}/acceptance', act(id, version))));

export const decline = ({ id, version }: Invitation, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/invitations/{id}/refusal', { ...act(id, version), body: { reason } }),
    ),
  );

export const withdraw = ({ id, version }: Invitation, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/invitations/{id}/withdrawal', {
        ...act(id, version),
        body: { reason },
      }),
    ),
  );

/** The titles to declare against; asked for once the invitation is known. */
export const useDeclarable = (invitationId: () => string | undefined) =>
  useQuery({
    queryKey: ['judging', 'declarable', invitationId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/judging/invitations/{id}/entries', { params: of(invitationId() ?? '') }),
      ),
    enabled: () => invitationId() !== undefined,
  });

export const recuse = (invitationId: string, recusal: Schemas['RecusalDto']) =>
  changing(
    bodyOf(
      api.POST('/api/judging/invitations/{id}/recusals', {
        params: of(invitationId),
        body: recusal,
      }),
    ),
  );

const queueKey = (roundId: string) => ['judging', 'queue', roundId];

export const useQueue = (roundId: () => string) =>
  useQuery({
    queryKey: ['judging', 'queue', roundId],
    queryFn: () => bodyOf(api.GET('/api/judging/rounds/{id}/queue', { params: of(roundId()) })),
  });

const fetchSheet = (id: string): Promise<Sheet> =>
  bodyOf(api.GET('/api/judging/sheets/{id}', { params: of(id) }));

export const useSheet = (id: () => string) =>
  useQuery({
    queryKey: ['judging', 'sheet', id],
    queryFn: () => fetchSheet(id()),
    enabled: () => id() !== '',
  });

/** Several sheets beside one another. */
export const useSheets = (ids: () => readonly string[]) =>
  useQueries({
    queries: () =>
      ids().map((id) => ({
        queryKey: ['judging', 'sheet', id],
        queryFn: () => fetchSheet(id),
      })),
  });

/** Reads a sheet before it is asked for, so that the next one is there at once. */
export const readAhead = (id: string): Promise<void> =>
  queryClient.prefetchQuery({
    queryKey: ['judging', 'sheet', id],
    queryFn: () => fetchSheet(id),
    staleTime: 60_000,
  });

/** Where a file of a sheet is read. */
export const fileUrl = (sheetId: string, fileId: string): string =>
  `/api/judging/sheets/${sheetId}/files/${fileId}`;

type Part = { readonly key: string; readonly value: unknown };

function withPart(row: QueueRow, { key, value }: Part): QueueRow {
  if (key === 'recommendation') return { ...row, recommendation: value as Recommendation };
  const criterion = criterionOf(key);
  const scores = row.scores.map((score) =>
    score.criterion === criterion ? { ...score, value: value as number | null } : score,
  );
  return { ...row, scores };
}

/** A sheet that is come back to shows what was written, with the version it has now. */
function keep(id: string, { key, value }: Part, version: number): void {
  const written: Readonly<Record<string, object>> = {
    note: { note: value, noteVersion: version },
    comment: { comment: value, commentVersion: version },
    recommendation: { recommendation: value, recommendationVersion: version },
  };
  const criterion = key.startsWith('score:') ? criterionOf(key) : undefined;
  queryClient.setQueryData<Sheet>(['judging', 'sheet', id], (sheet) =>
    sheet
      ? {
          ...sheet,
          ...written[key],
          criteria: sheet.criteria.map((one) =>
            one.key === criterion ? { ...one, value: value as number | null, version } : one,
          ),
        }
      : sheet,
  );
}

/** Shows in the queue at once what the server has just taken. */
function note({ id, roundId }: Sheet, { total, missing }: Written, part: Part): void {
  const change = (row: QueueRow): QueueRow => ({
    ...(row.id === id ? { ...withPart(row, part), total, missing, state: 'draft' } : row),
  });
  changeQueue(roundId, change);
}

function changeQueue(roundId: string, change: (row: QueueRow) => QueueRow): void {
  queryClient.setQueryData<Queue>(queueKey(roundId), (queue) => {
    return queue && { ...queue, sheets: queue.sheets.map(change) };
  });
}

const criterionOf = (key: string): string => key.replace(/^score:/, '');

/** The parts of a sheet under the names the desk saves them by: `score:<criterion>`, `comment`, `recommendation`, `note`. */
export const partsOf = (sheet: Sheet): Record<string, Stored> => ({
  ...Object.fromEntries(
    sheet.criteria.map(({ key, value, version }) => [`score:${key}`, { value, version }]),
  ),
  comment: { value: sheet.comment, version: sheet.commentVersion },
  recommendation: { value: sheet.recommendation, version: sheet.recommendationVersion },
  note: { value: sheet.note, version: sheet.noteVersion },
});

type Put = (id: string, value: never, version: number) => Promise<Written | { version: number }>;

const puts: Record<string, Put> = {
  note: (id, note: string, version) =>
    bodyOf(api.PUT('/api/judging/sheets/{id}/note', { ...act(id, version), body: { note } })),
  comment: (id, comment: string, version) =>
    bodyOf(api.PUT('/api/judging/sheets/{id}/comment', { ...act(id, version), body: { comment } })),
  recommendation: (id, recommendation: Recommendation | null, version) =>
    bodyOf(
      api.PUT('/api/judging/sheets/{id}/recommendation', {
        ...act(id, version),
        body: { recommendation },
      }),
    ),
};

const putScore = (id: string, criterion: string, value: number | null, version: number) =>
  bodyOf(
    api.PUT('/api/judging/sheets/{id}/scores/{criterion}', {
      params: { path: { id, criterion } },
      headers: seen(version),
      body: { value },
    }),
  );

/** Puts a sheet aside for later, or takes it up again. */
export async function flagSheet({ id, roundId }: Sheet, flagged: boolean): Promise<void> {
  await bodyOf(api.PUT('/api/judging/sheets/{id}/flag', { params: of(id), body: { flagged } }));
  changeQueue(roundId, (row) => (row.id === id ? { ...row, flagged } : row));
  queryClient.setQueryData<Sheet>(['judging', 'sheet', id], (sheet) =>
    sheet ? { ...sheet, flagged } : sheet,
  );
}

/** Writes one part of a sheet over the version it was read at. */
export async function putPart(
  sheet: Sheet,
  key: string,
  value: unknown,
  version: number,
): Promise<{ version: number }> {
  const put = puts[key];
  const written = await (put
    ? put(sheet.id, value as never, version)
    : putScore(sheet.id, criterionOf(key), value as number | null, version));
  keep(sheet.id, { key, value }, written.version);
  if ('missing' in written) note(sheet, written, { key, value });
  return written;
}

/** What the server now holds of one part. */
export const readPart = async (sheetId: string, key: string): Promise<Stored> =>
  partsOf(await fetchSheet(sheetId))[key] ?? { value: null, version: 0 };

export const signRound = (roundId: string): Promise<Signature> =>
  changing(bodyOf(api.POST('/api/judging/rounds/{id}/signature', { params: of(roundId) })));
