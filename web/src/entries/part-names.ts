import { useI18n } from 'vue-i18n';
import { allSections } from '../../../src/entries/rules/completeness';
import type { Programme } from './queries';

/** What a part of an entry is called: a field, an attachment rule, the title, or all sections together. */
export function usePartNames(): (programme: Programme, where: string) => string {
  const { t } = useI18n();
  return ({ noun, fields, attachments }, where) => {
    if (where === 'title') return t('entries.title.label', { noun });
    if (where === allSections) return t('entries.body.label');
    return [...fields, ...attachments].find(({ key }) => key === where)?.label ?? where;
  };
}
