import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { FieldRule, FieldValue, PersonValue } from './form.js';

/** Characters; far above any limit in words, so that a text over its limit is still kept. */
const longest: Readonly<Partial<Record<FieldRule['kind'], number>>> = {
  text: 1_000,
  'long-text': 30_000,
  section: 60_000,
};
const longestItem = 60;
const mostItems = 50;
const personParts = ['name', 'title', 'post', 'phone'] as const;

type Fitting = Decision<FieldValue, 'bad-value' | 'value-too-large'>;

/**
 * The value as it is stored, when it has the shape of its field. It need not be complete or within
 * its limits: what is written halfway is kept too. White space at the ends of short answers goes.
 */
export function fittingValue(field: FieldRule, value: unknown): Fitting {
  return value === null ? allow(null) : fitting[field.kind](value, field);
}

const text = (value: unknown, field: FieldRule): Fitting => {
  if (typeof value !== 'string') return refuse('bad-value');
  return value.length > (longest[field.kind] ?? 0) ? refuse('value-too-large') : allow(value);
};

const choice = (value: unknown, field: FieldRule): Fitting =>
  typeof value === 'string' && (value === '' || field.choices?.includes(value))
    ? allow(value)
    : refuse('bad-value');

const number = (value: unknown): Fitting =>
  typeof value === 'number' && Number.isFinite(value) ? allow(value) : refuse('bad-value');

const date = (value: unknown): Fitting =>
  typeof value === 'string' && (value === '' || isDate(value)) ? allow(value) : refuse('bad-value');

function people(value: unknown): Fitting {
  if (!Array.isArray(value)) return refuse('bad-value');
  if (value.length > mostItems) return refuse('value-too-large');
  return value.every(isPerson) ? allow(value.map(wholePerson)) : refuse('bad-value');
}

function keywords(value: unknown): Fitting {
  if (!Array.isArray(value) || !value.every(isShortText)) return refuse('bad-value');
  if (value.length > mostItems) return refuse('value-too-large');
  return allow(value.map((word) => word.trim()).filter((word) => word !== ''));
}

const attestation = (value: unknown): Fitting =>
  typeof value === 'boolean' ? allow(value) : refuse('bad-value');

const fitting: Readonly<Record<FieldRule['kind'], (value: unknown, field: FieldRule) => Fitting>> =
  {
    text,
    'long-text': text,
    section: text,
    choice,
    number,
    date,
    people,
    keywords,
    attestation,
  };

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestItem;

function isDate(value: string): boolean {
  const instant = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === value;
}

const isPerson = (value: unknown): value is Partial<PersonValue> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([part, content]) => (personParts as readonly string[]).includes(part) && isShortText(content),
  );

const wholePerson = (person: Partial<PersonValue>): PersonValue => ({
  name: trimmed(person.name),
  title: trimmed(person.title),
  post: trimmed(person.post),
  phone: trimmed(person.phone),
});

const trimmed = (text: string | undefined): string => (text ?? '').trim();
