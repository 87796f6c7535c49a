import { describe, expect, it } from 'vitest';
import { errorsByField, fieldOf, notNumbers } from './form-errors';

describe('a pointer', () => {
  it.each([
    ['/name', 'name'],
    ['#/name', 'name'],
    ['/members/0/name', 'members.0.name'],
    ['/a~1b', 'a/b'],
  ])('%s means the field %s', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field);
  });
});

describe('the errors of a form', () => {
  it('are one for each field: the first that was said', () => {
    const errors = errorsByField(
      [
        { pointer: '/name', code: 'isNotEmpty' },
        { pointer: '/name', code: 'maxLength' },
        { pointer: '/email', code: 'isEmail' },
      ],
      ({ code }) => code,
    );
    expect([...errors]).toEqual([
      ['name', 'isNotEmpty'],
      ['email', 'isEmail'],
    ]);
  });

  it('include what is no number, wherever it stands', () => {
    const values = { places: Number.NaN, rows: [{ weight: 1 }, { weight: Number.NaN }], name: '' };
    expect(notNumbers(values)).toEqual(['places', 'rows.1.weight']);
  });
});
