import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../../api/client';
import { changing } from '../queries';

export type Unlock = Schemas['UnlockView'];

const of = (id: string) => ({ path: { id } });

/** Signed sheets that were or shall be opened again, of one round or of all. */
export const useUnlocks = (roundId: () => string | undefined) =>
  useQuery({
    queryKey: ['judging', 'unlocks', roundId],
    queryFn: () => {
      const id = roundId();
      return bodyOf(
        api.GET('/api/judging/unlocks', { params: { query: id ? { roundId: id } : {} } }),
      );
    },
  });

export const requestUnlock = (roundId: string, body: Schemas['UnlockDto']) =>
  changing(bodyOf(api.POST('/api/judging/rounds/{id}/unlocks', { params: of(roundId), body })));

type Versioned = Pick<Unlock, 'id' | 'version'>;
const act = ({ id, version }: Versioned) => ({ params: of(id), headers: seen(version) });

export const confirmUnlock = (unlock: Versioned, password: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/unlocks/{id}/confirmation', { ...act(unlock), body: { password } }),
    ),
  );

export const dismissUnlock = (unlock: Versioned) =>
  changing(bodyOf(api.POST('/api/judging/unlocks/{id}/dismissal', act(unlock))));
