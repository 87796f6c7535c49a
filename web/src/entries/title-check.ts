import { useI18n } from 'vue-i18n';
import { titleShortcomings } from '../../../src/entries/rules/completeness';
import type { Programme } from './queries';
import { useShortcomingWords } from './shortcoming-words';

type Titled = { readonly categoryCode: string; readonly title: string };

/** What is wrong with a category and a name, in words, before they are sent. */
export function useTitleCheck(
  programme: () => Programme,
): (values: Titled) => Record<string, string | undefined> {
  const { t } = useI18n();
  const sentenceOf = useShortcomingWords(programme());
  return ({ categoryCode, title }) => {
    const typed = title.trim();
    const [lack] = typed
      ? titleShortcomings(typed)
      : [{ where: 'title', code: 'missing', params: {} }];
    return {
      categoryCode: categoryCode ? undefined : t('entries.new.categoryMissing'),
      title: lack && sentenceOf(lack),
    };
  };
}
