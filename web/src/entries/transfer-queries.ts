import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf } from '../api/client';
import { act, changing, type Versioned } from './queries';

/** Who in its unit an entry belongs to, and to whom this person may give it. */
export const useOwnership = (id: () => string) =>
  useQuery({
    queryKey: ['entries', 'ownership', id],
    queryFn: () =>
      bodyOf(api.GET('/api/entries/{id}/ownership', { params: { path: { id: id() } } })),
  });

export const transferEntry = ({ id, version }: Versioned, personId: string, reason: string) =>
  changing(
    bodyOf(
      api.POST('/api/entries/{id}/transfer', { ...act(id, version), body: { personId, reason } }),
    ),
  );
