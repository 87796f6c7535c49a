import { useI18n } from 'vue-i18n';
import type { CorrectionRemark } from './check-queries';

export type CorrectionValues = { remarks: CorrectionRemark[]; dueAt: string };

export const noCorrection = (): CorrectionValues => ({
  remarks: [{ field: '', text: '' }],
  dueAt: '',
});

export const trimmed = ({ remarks }: CorrectionValues): CorrectionRemark[] =>
  remarks.map(({ field, text }) => ({ field, text: text.trim() }));

/** What is still to be said before a correction can be asked for. */
export function useCorrectionCheck(): (
  values: CorrectionValues,
) => Readonly<Record<string, string | undefined>> {
  const { t } = useI18n();
  return ({ remarks, dueAt }) => ({
    ...Object.fromEntries(
      remarks.flatMap(({ field, text }, index) => [
        [`remarks.${index}.field`, field ? undefined : t('entries.return.fieldMissing')],
        [`remarks.${index}.text`, text.trim() ? undefined : t('entries.return.textMissing')],
      ]),
    ),
    dueAt: dueAt ? undefined : t('entries.formal.correction.dueMissing'),
  });
}
