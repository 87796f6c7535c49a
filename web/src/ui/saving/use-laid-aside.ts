import { ref, type Ref } from 'vue';
import type { Journal, JournalItem, Left } from './journal';

export type LaidAside = {
  readonly texts: Readonly<Ref<readonly Left[]>>;
  readonly lay: (key: string, item: JournalItem, instead?: string) => void;
  /** Shows a text that was laid aside before. */
  readonly show: (text: Left) => void;
  readonly dismiss: (text: Left) => void;
};

/** The texts of a form that were overtaken: nothing of them is gone until the person says so. */
export function useLaidAside(journal: Journal): LaidAside {
  const texts = ref<readonly Left[]>([]);
  const without = ({ id }: Left): Left[] => texts.value.filter((text) => text.id !== id);
  const show = (text: Left): void => void (texts.value = [...without(text), text]);
  return {
    texts,
    show,
    lay: (key, item, instead) => show(journal.layAside(key, item, instead)),
    dismiss: (text) => {
      texts.value = without(text);
      journal.drop(text);
    },
  };
}
