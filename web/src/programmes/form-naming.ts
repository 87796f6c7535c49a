import { useI18n } from 'vue-i18n';

/** What names a selection in a form; the year is null while its field is empty. */
export type Naming = { name: string; slug: string; year: number | null };

/** What is wrong with these fields: field → sentence. */
export function useNamingCheck() {
  const { t } = useI18n();
  return ({ name, slug, year }: Naming) => ({
    name: name.trim() ? undefined : t('programmes.new.nameMissing'),
    slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.trim()) ? undefined : t('programmes.new.slugWrong'),
    year: year === null ? t('programmes.new.yearMissing') : undefined,
  });
}

/** As it is sent. */
export const trimmedNaming = ({ name, slug, year }: Naming) => ({
  name: name.trim(),
  slug: slug.trim(),
  year: year ?? undefined,
});
