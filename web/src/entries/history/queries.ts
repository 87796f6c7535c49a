import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, type Schemas } from '../../api/client';

export type FieldVersion = Schemas['FieldVersionView'];

type Place = { readonly entryId: string; readonly key: string };

/** What a field said before, the newest first; asked anew each time it is opened. */
export const useVersions = ({ entryId, key }: Place) =>
  useQuery({
    queryKey: ['entries', 'versions', entryId, key],
    queryFn: () =>
      bodyOf(
        api.GET('/api/entries/{id}/fields/{key}/versions', {
          params: { path: { id: entryId, key } },
        }),
      ),
    gcTime: 0,
  });

/** The value of one version; it never changes. */
export const useVersion = ({ entryId, key }: Place, version: () => number | undefined) =>
  useQuery({
    queryKey: ['entries', 'version', entryId, key, version],
    queryFn: () =>
      bodyOf(
        api.GET('/api/entries/{id}/fields/{key}/versions/{version}', {
          params: { path: { id: entryId, key, version: version() ?? 0 } },
        }),
      ),
    enabled: () => version() !== undefined,
    staleTime: Infinity,
  });
