import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../../api/client';
import { changing } from '../queries';

export type Run = Schemas['AssignmentRunView'];
export type RunDetail = Schemas['RunDetailView'];
export type Outcome = Schemas['RunOutcomeView'];
export type Failure = Schemas['RunFailureView'];
export type RunOrder = Schemas['RunOrderDto'];

const of = (id: string) => ({ path: { id } });
const aSecond = 1_000;

/** Whether a run is waited for. */
export const isUnderWay = ({ state }: Pick<Run, 'state'>): boolean =>
  state === 'draft' || state === 'computing';

/** One assignment; asked again each second while it is computed. */
export const useRun = (id: () => string) =>
  useQuery({
    queryKey: ['judging', 'assignment', id],
    queryFn: () => bodyOf(api.GET('/api/judging/assignments/{id}', { params: of(id()) })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? aSecond : false),
  });

export const orderRun = (roundId: string, order: RunOrder) =>
  changing(
    bodyOf(api.POST('/api/judging/rounds/{id}/assignments', { params: of(roundId), body: order })),
  );

export const cancelRun = ({ id }: Pick<Run, 'id'>) =>
  changing(bodyOf(api.POST('/api/judging/assignments/{id}/cancellation', { params: of(id) })));

type Placed = Pick<RunDetail, 'id' | 'roundVersion'>;
const at = ({ id, roundVersion }: Placed) => ({ params: of(id), headers: seen(roundVersion) });

export const deployRun = (run: Placed) =>
  changing(bodyOf(api.POST('/api/judging/assignments/{id}/deployment', at(run))));

export const undoRun = (run: Placed) =>
  changing(bodyOf(api.POST('/api/judging/assignments/{id}/reversal', at(run))));
