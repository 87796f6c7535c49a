import { useI18n } from 'vue-i18n';
import type { Tally } from './queries';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

const tones: Readonly<Record<string, Tone>> = {
  computing: 'neutral',
  complete: 'info',
  verified: 'success',
  rejected: 'error',
};
export const toneOfRun = (state: string): Tone => tones[state] ?? 'neutral';

/** The words for what the rules call by keys. */
export function useTallyWords(tally: () => Tally) {
  const { t } = useI18n();

  /** A tie step such as criterion:fusion or lower-spread. */
  const stepWords = (by: string): string => {
    const step = tally().tieChain.find((one) => one.by === by);
    return step?.criterion
      ? t('tally.steps.criterion', { name: step.criterion })
      : t(`tally.steps.${by}`);
  };
  const awardName = (code: string): string =>
    tally().awards.find((award) => award.code === code)?.name ?? code;

  return { stepWords, awardName };
}
