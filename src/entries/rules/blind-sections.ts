import { escapeHtml } from '../../platform/pure/escape-html.js';
import type { FieldRule, FieldValues, PersonValue } from './form.js';

type Shown = Pick<FieldRule, 'key' | 'kind'> & {
  readonly label: string;
  readonly identifying: boolean;
};

export type BlindText = {
  readonly abstract: string;
  readonly sections: readonly {
    readonly key: string;
    readonly heading: string;
    readonly html: string;
  }[];
};

const abstractKey = 'abstract';

/**
 * What a judge reads of the form: the abstract and the texts in their order, without those that name
 * somebody. Where judges may know whose it is, those that name somebody come first.
 */
export function blindText(
  fields: readonly Shown[],
  values: FieldValues,
  anonymity: 'none' | 'title' | 'full' = 'full',
): BlindText {
  const shown = fields.filter(({ key }) => key !== abstractKey);
  const naming = anonymity === 'none' ? shown.filter(({ identifying }) => identifying) : [];
  const texts = shown.filter((field) => isText(field) && !field.identifying);
  return {
    abstract: textOf(values[abstractKey]),
    sections: [...naming, ...texts]
      .map(({ key, label }) => ({ key, heading: label, html: paragraphs(textOf(values[key])) }))
      .filter(({ html }) => html !== ''),
  };
}

const isText = ({ kind }: Shown): boolean => kind === 'section' || kind === 'long-text';
/** People stand one in a line. */
const textOf = (value: FieldValues[string]): string => {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return (value as readonly (string | PersonValue)[])
    .map((one) => (typeof one === 'string' ? one : [one.name, one.title, one.post].join(' ')))
    .join('\n');
};

/** A short line that begins as 体例 numbers its headings. */
const heading = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）).{1,38}$/u;

/** Each line is a paragraph or a heading; nothing that was typed becomes markup. */
export const paragraphs = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '')
    .map((line) =>
      heading.test(line) ? `<h3>${escapeHtml(line)}</h3>` : `<p>${escapeHtml(line)}</p>`,
    )
    .join('');
