import { useI18n } from 'vue-i18n';
import { windowFaults } from '../../../src/programmes/rules/windows';
import type { Windows } from './queries';

export const windowNames = ['submission', 'recommendation', 'judging'] as const;
const ends = ['opensAt', 'closesAt'] as const;

/** What is wrong with the calendar of a form: field → sentence. */
export function useWindowCheck(): (windows: Windows) => Record<string, string> {
  const { t } = useI18n();

  function missing(windows: Windows): Record<string, string> {
    const wrong: Record<string, string> = {};
    for (const name of windowNames)
      for (const end of ends)
        if (!windows[name][end]) wrong[`windows.${name}.${end}`] = t('programmes.windows.missing');
    return wrong;
  }

  function disordered(windows: Windows): Record<string, string> {
    const span = ({ opensAt, closesAt }: Windows['submission']) => ({
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
    });
    const faults = windowFaults({
      submission: span(windows.submission),
      recommendation: span(windows.recommendation),
      judging: span(windows.judging),
    });
    return Object.fromEntries(
      faults.map(({ path, code }) => [
        path.slice(1).replaceAll('/', '.'),
        t(`programmes.windows.faults.${code}`),
      ]),
    );
  }

  return (windows) => {
    const wrong = missing(windows);
    return Object.keys(wrong).length > 0 ? wrong : disordered(windows);
  };
}
