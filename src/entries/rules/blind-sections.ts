import { escapeHtml } from '../../platform/pure/escape-html.js';
import type { FieldRule, FieldValues } from './form.js';

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

/** What a judge reads of the form: the abstract and the texts that name nobody, in their order. */
export const blindText = (fields: readonly Shown[], values: FieldValues): BlindText => ({
  abstract: textOf(values[abstractKey]),
  sections: fields
    .filter((field) => isText(field) && !field.identifying && field.key !== abstractKey)
    .map(({ key, label }) => ({ key, heading: label, html: paragraphs(textOf(values[key])) }))
    .filter(({ html }) => html !== ''),
});

const isText = ({ kind }: Shown): boolean => kind === 'section' || kind === 'long-text';
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

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
