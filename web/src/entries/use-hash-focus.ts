import { nextTick, onMounted } from 'vue';
import { useRoute } from 'vue-router';

/** A link to a field leads to it: in view and with the focus, after the page's heading had its turn. */
export function useHashFocus(): void {
  const route = useRoute();
  onMounted(async () => {
    const id = decodeURIComponent(route.hash.slice(1));
    if (!id) return;
    await nextTick();
    requestAnimationFrame(() => requestAnimationFrame(() => bringIntoView(id)));
  });
}

export function bringIntoView(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView?.({ block: 'center' });
  target?.focus({ preventScroll: true });
}
