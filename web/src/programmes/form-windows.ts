import { useI18n } from 'vue-i18n';
import { laterWindows, windowFaults } from '../../../src/programmes/rules/windows';
import type { Windows } from './queries';

export const windowNames = ['submission', 'recommendation', 'judging'] as const;
const ends = ['opensAt', 'closesAt'] as const;

const instants = (windows: Windows) => {
  const span = ({ opensAt, closesAt }: Windows['submission']) => ({
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  });
  return {
    submission: span(windows.submission),
    recommendation: span(windows.recommendation),
    judging: span(windows.judging),
  };
};

/** The same calendar some years later, on the same weekdays. */
export const movedWindows = (windows: Windows, years: number): Windows =>
  JSON.parse(JSON.stringify(laterWindows(instants(windows), years))) as Windows;

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
    const faults = windowFaults(instants(windows));
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
