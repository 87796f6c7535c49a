import type { FieldValues, PersonValue } from './form.js';
import type { Identity } from './identity-words.js';

type IdentifyingField = { readonly key: string; readonly identifying: boolean };
type Places = Pick<Identity, 'unitName' | 'countyName' | 'prefectureName'>;

/** Whose entry it is, from its places and from what its form says in the fields that name somebody. */
export function identityOf(
  places: Places,
  fields: readonly IdentifyingField[],
  values: FieldValues,
): Identity {
  const told = fields.filter(({ identifying }) => identifying).map(({ key }) => values[key]);
  const texts = told.filter((value): value is string => typeof value === 'string');
  const people = told.flatMap((value) =>
    Array.isArray(value) ? (value as readonly (string | PersonValue)[]) : [],
  );
  const listed = people.filter((one): one is PersonValue => typeof one !== 'string');
  const emails = texts.filter((text) => text.includes('@'));
  const phones = [...texts, ...listed.map(({ phone }) => phone)].filter(isPhone);
  const names = texts.filter((text) => !emails.includes(text) && !isPhone(text));
  return {
    ...places,
    people: [...names, ...listed.map(({ name }) => name)].filter((name) => isName(name)),
    phones,
    emails,
  };
}

const isPhone = (text: string | undefined): text is string =>
  (text ?? '').normalize('NFKC').replace(/\D/g, '').length >= 7;
/** Longer texts are sentences, not names. */
const isName = (text: string): boolean => text.trim().length >= 2 && text.trim().length <= 12;
