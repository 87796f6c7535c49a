import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';
import { queryClient } from '../api/query-client';

export type ReleaseDesk = Schemas['ReleaseDeskView'];
export type Release = Schemas['ReleaseView'];
export type Preview = Schemas['NoticePreviewView'];
export type NewNotice = Schemas['GiveNoticeDto'];
export type LetterCount = Schemas['LetterCountView'];

const pathOf = (id: string) => ({ path: { id } });
const whileWriting = 1_000;
const whileSending = 5_000;

/** Releases and what may be released next; asked again while pages are being written. */
export const useReleases = (programmeId: () => string) =>
  useQuery({
    queryKey: ['announcement', 'programme', programmeId],
    queryFn: () =>
      bodyOf(api.GET('/api/announcement/programmes/{id}', { params: pathOf(programmeId()) })),
    refetchInterval: ({ state }) =>
      state.data?.releases.some(({ isWritten }) => !isWritten) ? whileWriting : false,
  });

/** The list and the last day of a notice from this day on. */
export const usePreview = (programmeId: () => string, startsOn: () => string) =>
  useQuery({
    queryKey: ['announcement', 'preview', programmeId, startsOn],
    queryFn: () =>
      bodyOf(
        api.GET('/api/announcement/programmes/{id}/preview', {
          params: { ...pathOf(programmeId()), query: { startsOn: startsOn() } },
        }),
      ),
    enabled: () => startsOn() !== '',
    placeholderData: keepPreviousData,
  });

/** How many letters of each kind have left; asked again while some wait. */
export const useLetters = (programmeId: () => string) =>
  useQuery({
    queryKey: ['announcement', 'letters', programmeId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/notifications/programmes/{id}/letters', { params: pathOf(programmeId()) }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.some(({ pending, failed }) => pending + failed > 0) ? whileSending : false,
  });

/** Does, then asks again for what is shown, whether it was done or refused. */
async function changing<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } finally {
    void queryClient.invalidateQueries();
  }
}

export const giveNotice = (programmeId: string, body: NewNotice) =>
  changing(
    bodyOf(
      api.POST('/api/announcement/programmes/{id}/notice', { params: pathOf(programmeId), body }),
    ),
  );

export const announceResults = (programmeId: string) =>
  changing(
    bodyOf(api.POST('/api/announcement/programmes/{id}/final', { params: pathOf(programmeId) })),
  );
