import { useI18n } from 'vue-i18n';
import type { ReleaseDesk } from './queries';

/** How long a notice stands, in words. */
export function useNoticeWords() {
  const { t } = useI18n();
  const lengthOf = ({ amount, unit, countFirstDay }: ReleaseDesk['noticeRule']): string =>
    t('announcement.length', {
      amount: t(`announcement.units.${unit}`, { amount }, amount),
      first: t(countFirstDay ? 'announcement.firstCounted' : 'announcement.firstNotCounted'),
    });
  return { lengthOf };
}
