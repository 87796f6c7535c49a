import { useI18n } from 'vue-i18n';

export type RejectionValues = { reasonCode: string; note: string };

/** What is still to be said before an entry can be rejected. */
export function useRejectionCheck(): (
  values: RejectionValues,
) => Readonly<Record<string, string | undefined>> {
  const { t } = useI18n();
  return ({ reasonCode, note }) => ({
    reasonCode: reasonCode ? undefined : t('entries.formal.reasonMissing'),
    note: note.trim() ? undefined : t('entries.formal.noteMissing'),
  });
}
