import type { SelectionConfig } from '../../../../src/programmes/rules/config';

/** A rubric is called after the categories that it serves. */
export function rubricName({ categories }: SelectionConfig, key: string, listMark: string): string {
  const names = categories.filter(({ rubricKey }) => rubricKey === key).map(({ name }) => name);
  return names.length > 0 ? names.join(listMark) : key;
}
