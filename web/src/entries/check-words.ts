import { useI18n } from 'vue-i18n';
import { formatDateTime, formatNumber } from '../ui/format';
import { usePartNames } from './part-names';
import type { CheckItem, Programme } from './queries';
import { useShortcomingWords } from './shortcoming-words';

type Fact = CheckItem['facts'][number];

/** A finding as sentences: what it rests on, then what does not fit. */
export function useCheckWords(programme: Programme): (item: CheckItem) => string[] {
  const { t } = useI18n();
  const sentenceOf = useShortcomingWords(programme);
  const nameOf = usePartNames();

  function limitsOf({ min, max, tolerance }: Fact['params']): string {
    const figures = { min: formatNumber(min), max: formatNumber(max), tolerance };
    const parts = [
      ...(min ? [t('entries.formal.fact.min', figures)] : []),
      ...(max ? [t(`entries.formal.fact.${tolerance ? 'maxTolerance' : 'max'}`, figures)] : []),
    ];
    const joined = parts.join(t('entries.formal.listJoin'));
    return joined && t('entries.formal.fact.limits', { parts: joined });
  }

  function factWords({ code, where, params }: Fact): string {
    const { at, closesAt, words } = params;
    return t(`entries.formal.fact.${code}`, {
      ...params,
      name: nameOf(programme, where),
      limits: limitsOf(params),
      ...(words === undefined ? {} : { words: formatNumber(words) }),
      ...(at ? { at: formatDateTime(at) } : {}),
      ...(closesAt ? { closesAt: formatDateTime(closesAt) } : {}),
    });
  }

  return ({ facts, reasons }) => [...facts.map(factWords), ...reasons.map(sentenceOf)];
}
