import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

export type DeskKeys = {
  readonly next: () => void;
  readonly previous: () => void;
  readonly complete: () => void;
  readonly criterion: (place: number) => void;
  readonly comment: () => void;
  readonly help: () => void;
};

const remembered = 'linxuan.desk-keys';

/** Whether keys without a modifier act: some readers' own tools use them, so they can be switched off. */
export function useSingleKeys(): Ref<boolean> {
  const on = ref(localStorage.getItem(remembered) !== 'off');
  return on;
}
export const rememberSingleKeys = (on: boolean): void =>
  localStorage.setItem(remembered, on ? 'on' : 'off');

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const inDialog = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;
const isModified = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey;

const completes = ({ code, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  code === 'Enter' && (ctrlKey || metaKey);

const digitOf = ({ code, shiftKey }: KeyboardEvent): number | undefined => {
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
};

/** What a key means at the desk, or undefined. */
export function meaningOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | undefined {
  if (completes(event)) return keys.complete;
  if (isModified(event) || isTyping(event)) return undefined;
  if (event.key === '?') return keys.help;
  const digit = digitOf(event);
  if (digit !== undefined) return () => keys.criterion(digit - 1);
  return { KeyJ: keys.next, KeyK: keys.previous, KeyC: keys.comment }[event.code];
}

/** Listens to the keys of the desk while it is on the page. */
export function useDeskKeys(keys: DeskKeys, singleKeys: () => boolean): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || inDialog(event)) return;
    const act = meaningOf(event, keys);
    if (!act || (!isModified(event) && !singleKeys())) return;
    event.preventDefault();
    act();
  };
  onMounted(() => window.addEventListener('keydown', listen));
  onBeforeUnmount(() => window.removeEventListener('keydown', listen));
}
