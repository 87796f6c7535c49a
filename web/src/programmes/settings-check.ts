import { useI18n } from 'vue-i18n';
import { useWindowCheck } from './form-windows';
import type { Programme } from './queries';
import type { SettingsValues } from './settings-values';

type Sentences = Record<string, string | undefined>;

/** What the page can know to be wrong with the settings before they are sent. */
export function useSettingsCheck(
  programme: () => Programme,
): (values: SettingsValues) => Sentences {
  const { t } = useI18n();
  const checkWindows = useWindowCheck();
  const needed = (value: number | null): string | undefined =>
    value === null ? t('programmes.settings.numberMissing') : undefined;

  const tooFewJudges = (perEntry: number | null): string | undefined =>
    programme().aggregation.method === 'trim' && perEntry !== null && perEntry < 4
      ? t('programmes.faults.trim-needs-four')
      : undefined;

  return ({ name, year, windows, perEntry, awards, publicity }) => ({
    name: name.trim() ? undefined : t('programmes.new.nameMissing'),
    year: needed(year),
    ...checkWindows(windows),
    perEntry: needed(perEntry) ?? tooFewJudges(perEntry),
    ...Object.fromEntries(
      awards.map(({ amount }, index) => [`awards.${index}.amount`, needed(amount)]),
    ),
    'publicity.amount': needed(publicity.amount),
  });
}
