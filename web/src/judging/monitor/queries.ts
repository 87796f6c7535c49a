import { useQuery } from '@tanstack/vue-query';
import { onBeforeUnmount, onMounted } from 'vue';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryClient } from '../../api/query-client';

export type Monitor = Schemas['MonitorView'];
export type MonitoredJudge = Schemas['MonitoredJudgeView'];

const aMinute = 60_000;

/** How a round goes; asked again each minute also where no news arrives. */
export const useMonitor = (roundId: () => string) =>
  useQuery({
    queryKey: ['judging', 'monitor', roundId],
    queryFn: () =>
      bodyOf(api.GET('/api/judging/rounds/{id}/monitor', { params: { path: { id: roundId() } } })),
    refetchInterval: aMinute,
  });

/** Asks again for what is shown of the judging whenever the round moves, as long as the page is there. */
export function followRound(roundId: string): void {
  let events: EventSource | undefined;
  onMounted(() => {
    events = new EventSource(`/api/judging/rounds/${roundId}/events`);
    events.addEventListener('changed', () => {
      void queryClient.invalidateQueries({ queryKey: ['judging'] });
    });
  });
  onBeforeUnmount(() => events?.close());
}
