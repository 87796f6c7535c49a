import type { FieldValue, PersonValue } from './form.js';

/** An answer as people read it; lists one in a line. What is not answered is empty. */
export function fieldText(value: FieldValue | undefined): string {
  if (value === undefined || value === null || value === false) return '';
  if (value === true) return '是';
  if (!Array.isArray(value)) return String(value);
  return (value as readonly (string | PersonValue)[])
    .map((one) =>
      typeof one === 'string'
        ? one
        : [one.name, one.title, one.post, one.phone].filter((part) => part).join('　'),
    )
    .join('\n');
}
