import { onBeforeUnmount, readonly, ref, type Ref } from 'vue';

/** Whether the window is wide enough for the menu to stand beside the page. */
export function useWide(): Readonly<Ref<boolean>> {
  const query = window.matchMedia('(min-width: 900px)');
  const wide = ref(query.matches);
  const look = (): void => void (wide.value = query.matches);
  query.addEventListener('change', look);
  onBeforeUnmount(() => query.removeEventListener('change', look));
  return readonly(wide);
}

/** Whether the browser believes it is connected. */
export function useOnline(): Readonly<Ref<boolean>> {
  const online = ref(navigator.onLine);
  const look = (): void => void (online.value = navigator.onLine);
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  onBeforeUnmount(() => {
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
  });
  return readonly(online);
}
