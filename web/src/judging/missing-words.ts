import { useI18n } from 'vue-i18n';

/** What a sheet lacks, in words: how many scores, the comment, the recommendation. */
export function useMissingWords(): (missing: readonly string[]) => string {
  const { t } = useI18n();
  return (missing) => {
    const scores = missing.filter((part) => part.startsWith('criterion:')).length;
    return [
      ...(scores > 0 ? [t('judging.missing.scores', { count: scores })] : []),
      ...['comment', 'recommendation']
        .filter((part) => missing.includes(part))
        .map((part) => t(`judging.missing.${part}`)),
    ].join(t('judging.separator'));
  };
}
