import { useI18n } from 'vue-i18n';
import type { FieldProblem, Problem } from '../api/problem';

export type ProblemWords = { readonly title: string; readonly detail: string };

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
const firstNumber = (text: string): string => /\d+/.exec(text)?.[0] ?? '';

/**
 * Problems in words: the locale's text for a known code, else what the server says. A locale may give
 * `problems.<code>` as one sentence or as `title` and `detail`.
 */
export function useProblemWords(): {
  wordsOf: (problem: Problem) => ProblemWords;
  wordsOfField: (field: FieldProblem) => string;
} {
  const { t, te, locale } = useI18n();
  const known = (key: string): string => (te(key) ? t(key) : '');

  function wordsOf(problem: Problem): ProblemWords {
    const key = `problems.${problem.code}`;
    const detail = known(`${key}.detail`) || known(key);
    const title = known(`${key}.title`);
    if (detail || title) return { title, detail };
    if (problem.title || problem.detail) return { title: problem.title, detail: problem.detail };
    return { title: t('problems.unknown.title'), detail: t('problems.unknown.detail') };
  }

  /** A sentence of ours in the reader's language wins over the checker's English one. */
  function wordsOfField({ code, detail = '' }: FieldProblem): string {
    if (locale.value === 'zh-CN' && hasHan(detail)) return detail;
    const key = `problems.fields.${code}`;
    if (te(key)) return t(key, { limit: firstNumber(detail) });
    return detail || t('problems.fields.other');
  }

  return { wordsOf, wordsOfField };
}
