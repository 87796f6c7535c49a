import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** What a key does on a page, or undefined. */
export type KeyMeaning = (event: KeyboardEvent) => (() => void) | undefined;

const remembered = 'linxuan.desk-keys';

export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
export const isModified = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;
const inDialog = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

/**
 * Listens to a page's keys while it is there. Some readers' own tools use keys without a modifier,
 * so they can be switched off, on every page at once.
 */
export function useKeys(meaning: KeyMeaning): {
  readonly singleKeys: Ref<boolean>;
  readonly setSingleKeys: (on: boolean) => void;
} {
  const singleKeys = ref(localStorage.getItem(remembered) !== 'off');
  const listen = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || inDialog(event)) return;
    const act = meaning(event);
    if (!act || (!isModified(event) && !singleKeys.value)) return;
    event.preventDefault();
    act();
  };
  onMounted(() => window.addEventListener('keydown', listen));
  onBeforeUnmount(() => window.removeEventListener('keydown', listen));
  return {
    singleKeys,
    setSingleKeys: (on) => {
      singleKeys.value = on;
      localStorage.setItem(remembered, on ? 'on' : 'off');
    },
  };
}
