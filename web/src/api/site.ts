import { useQuery } from '@tanstack/vue-query';
import { setServerNow } from '../ui/server-clock';
import { api, bodyOf } from './client';

/** What this installation is: its mode, its name, its province. */
export const useSite = () =>
  useQuery({
    queryKey: ['site'],
    queryFn: () => bodyOf(api.GET('/api/site')),
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.isPreparing ? whilePreparing : false),
  });

/** How often a page looks again while the demo is being played. */
export const whilePreparing = 3_000;

const tenMinutes = 600_000;

async function readClock(): Promise<void> {
  const asked = Date.now();
  const { now } = await bodyOf(api.GET('/api/clock'));
  const onTheWay = (Date.now() - asked) / 2;
  setServerNow(Date.parse(now) + onTheWay);
}

/** Keeps the page's clock with the server's; deadlines are the server's to decide. */
export function followServerClock(): void {
  const follow = (): void => void readClock().catch(() => undefined);
  follow();
  setInterval(follow, tenMinutes);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') follow();
  });
}
