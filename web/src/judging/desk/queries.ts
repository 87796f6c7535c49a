import { useQuery } from '@tanstack/vue-query';
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

/** Where a file of a sheet is read. */
export const fileUrl = (sheetId: string, fileId: string): string =>
  `/api/judging/sheets/${sheetId}/files/${fileId}`;

/** Shows in the queue at once what the server has just taken. */
function note({ id, roundId }: Sheet, { total, missing }: Written, more: Partial<QueueRow>): void {
  queryClient.setQueryData<Queue>(queueKey(roundId), (queue) => {
    const change = (row: QueueRow): QueueRow =>
      row.id === id ? { ...row, ...more, total, missing, state: 'draft' } : row;
    return queue && { ...queue, sheets: queue.sheets.map(change) };
  });
}

const criterionOf = (key: string): string => key.replace(/^score:/, '');

/** The parts of a sheet under the names the desk saves them by: `score:<criterion>`, `comment`, `recommendation`. */
export const partsOf = (sheet: Sheet): Record<string, Stored> => ({
  ...Object.fromEntries(
    sheet.criteria.map(({ key, value, version }) => [`score:${key}`, { value, version }]),
  ),
  comment: { value: sheet.comment, version: sheet.commentVersion },
  recommendation: { value: sheet.recommendation, version: sheet.recommendationVersion },
});

const puts: Record<string, (id: string, value: never, version: number) => Promise<Written>> = {
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

/** Writes one part of a sheet over the version it was read at. */
export async function putPart(
  sheet: Sheet,
  key: string,
  value: unknown,
  version: number,
): Promise<Written> {
  const put = puts[key];
  const written = await (put
    ? put(sheet.id, value as never, version)
    : putScore(sheet.id, criterionOf(key), value as number | null, version));
  note(sheet, written, key === 'recommendation' ? { recommendation: value as Recommendation } : {});
  return written;
}

/** What the server now holds of one part. */
export const readPart = async (sheetId: string, key: string): Promise<Stored> =>
  partsOf(await fetchSheet(sheetId))[key] ?? { value: null, version: 0 };

export const signRound = (roundId: string): Promise<Signature> =>
  changing(bodyOf(api.POST('/api/judging/rounds/{id}/signature', { params: of(roundId) })));
