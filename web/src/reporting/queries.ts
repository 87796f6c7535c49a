import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../api/client';

export type Prefectures = Schemas['PrefecturesView'];
export type PrefectureRow = Schemas['PrefectureRowView'];

/** Every recommending unit's figures, in the order of administrative codes. */
export const usePrefectures = (programmeId: () => string) =>
  useQuery({
    queryKey: ['reporting', 'prefectures', programmeId],
    queryFn: () =>
      bodyOf(
        api.GET('/api/reporting/programmes/{id}/prefectures', {
          params: { path: { id: programmeId() } },
        }),
      ),
  });
