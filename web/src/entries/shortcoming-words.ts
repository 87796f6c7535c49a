import { useI18n } from 'vue-i18n';
import { titleWords, type Shortcoming } from '../../../src/entries/rules/completeness';
import { usePartNames } from './part-names';
import type { Programme } from './queries';

type Lack = Pick<Shortcoming, 'where' | 'params'> & { readonly code: string };

/** A shortcoming as a sentence that says what to do: “案例摘要”不足 180 字，请补充 60 字. */
export function useShortcomingWords(programme: Programme): (lack: Lack) => string {
  const { t, te } = useI18n();

  const nameOf = usePartNames();
  const kindOf = (where: string): string =>
    programme.attachments.some(({ key }) => key === where)
      ? 'file'
      : (programme.fields.find(({ key }) => key === where)?.kind ?? 'text');

  return ({ where, code, params }) => {
    const { words = 0, items = 0, min = titleWords.min, max = titleWords.max } = params;
    const facts = { name: nameOf(programme, where), words, items, min, max };
    const counted = { ...facts, more: min - (words || items), fewer: (words || items) - max };
    const special = `entries.lack.${code}-${kindOf(where)}`;
    return t(te(special) ? special : `entries.lack.${code}`, counted);
  };
}
