import type { Contents } from './form-tasks';
import type { CheckedEntry, Entry } from './queries';

type Held = Pick<Entry | CheckedEntry, 'title' | 'fields' | 'attachments'>;

/** What the server holds of an entry, laid out for the rules. */
export const contentsOf = ({ title, fields, attachments }: Held): Contents => ({
  title,
  values: valuesOf(fields),
  files: readyFiles(attachments),
});

export const valuesOf = (fields: Held['fields']): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ key, value }) => [key, value]));

/** How many files lie ready for each attachment rule. */
export function readyFiles(attachments: Held['attachments']): Record<string, number> {
  const files: Record<string, number> = {};
  for (const { ruleKey, state } of attachments)
    if (state === 'ready') files[ruleKey] = (files[ruleKey] ?? 0) + 1;
  return files;
}

/** The parts with a remark that were not written since it was made. */
export function remarkedIn({ remarks, fields, attachments }: Entry): Set<string> {
  const written = new Map<string, string>(fields.map(({ key, savedAt }) => [key, savedAt]));
  for (const { ruleKey, uploadedAt } of attachments)
    if (uploadedAt > (written.get(ruleKey) ?? '')) written.set(ruleKey, uploadedAt);
  return new Set(
    remarks.flatMap(({ field, at }) =>
      field !== null && (written.get(field) ?? '') <= at ? [field] : [],
    ),
  );
}
