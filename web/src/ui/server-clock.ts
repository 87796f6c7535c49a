import { onScopeDispose, ref, type Ref } from 'vue';

/** How far the server's clock is ahead of this computer's, in milliseconds. */
let ahead = 0;

export const setServerNow = (server: number): void => void (ahead = server - Date.now());

export const serverNow = (): number => Date.now() + ahead;

/** The server's time, refreshed as often as `every` asks for after each tick. */
export function useServerNow(every: (now: number) => number): Ref<number> {
  const now = ref(serverNow());
  let timer: ReturnType<typeof setTimeout>;
  const tick = (): void => {
    now.value = serverNow();
    timer = setTimeout(tick, every(now.value));
  };
  tick();
  onScopeDispose(() => clearTimeout(timer));
  return now;
}
