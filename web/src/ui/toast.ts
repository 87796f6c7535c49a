import { reactive } from 'vue';

export type Toast = { readonly id: number; readonly text: string };

export const toasts = reactive<Toast[]>([]);
const shownFor = 5_000;
let last = 0;

/** Says that something succeeded, and goes. Errors stay on the page instead. */
export function toast(text: string): void {
  last += 1;
  const id = last;
  toasts.push({ id, text });
  setTimeout(() => dismiss(id), shownFor);
}

export function dismiss(id: number): void {
  const place = toasts.findIndex((shown) => shown.id === id);
  if (place >= 0) toasts.splice(place, 1);
}
