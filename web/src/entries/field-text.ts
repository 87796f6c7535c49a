import type { PersonValue } from '../../../src/entries/rules/form';

/** The people of a `people` field, whatever the value turns out to be. */
export const peopleIn = (value: unknown): PersonValue[] =>
  Array.isArray(value)
    ? value.map((one: Partial<PersonValue>) => ({
        name: one.name ?? '',
        title: one.title ?? '',
        post: one.post ?? '',
        phone: one.phone ?? '',
      }))
    : [];

export const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : [];

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const betweenWords = /[、，,;；\n]+/;

/** Reads what was typed as keywords: divided by the marks people use between them. */
export const readKeywords = (typed: string): string[] =>
  typed
    .split(betweenWords)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/** Paragraphs of a plain text. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
