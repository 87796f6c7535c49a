import { organisationKinds, roles } from '../../../src/identity/rules/roles';
import type { PasteRule } from './paste-rows';

const text = (most: number) => (cell: string) =>
  cell.length > 0 && cell.length <= most ? cell : undefined;

const email = (cell: string): string | undefined => {
  const address = cell.normalize('NFKC');
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address) && address.length <= 254
    ? address
    : undefined;
};

const code = (cell: string): string | undefined => {
  const plain = cell.normalize('NFKC').toUpperCase();
  return /^[0-9A-Z-]{6,20}$/.test(plain) ? plain : undefined;
};

/** One of the codes, by itself or by what it is called. */
const oneOf =
  (codes: readonly string[], calledBy: (code: string) => readonly string[]) =>
  (cell: string): string | undefined =>
    codes.find((known) => known === cell.toLowerCase() || calledBy(known).includes(cell));

export const peopleRule: PasteRule = {
  columns: [
    { key: 'name', read: text(60) },
    { key: 'email', read: email },
  ],
  same: (row) => row.email?.toLowerCase() ?? '',
};

/** @param calledBy what a role is called on the page */
export const grantsRule = (calledBy: (role: string) => readonly string[]): PasteRule => ({
  columns: [
    { key: 'email', read: email },
    { key: 'role', read: oneOf(roles, calledBy) },
    { key: 'organisationCode', read: code },
  ],
  same: (row) => `${row.email?.toLowerCase()}/${row.role}/${row.organisationCode}`,
});

/** @param calledBy what a level is called on the page */
export const organisationsRule = (calledBy: (kind: string) => readonly string[]): PasteRule => ({
  columns: [
    { key: 'code', read: code },
    { key: 'name', read: text(80) },
    { key: 'kind', read: oneOf(organisationKinds, calledBy) },
    { key: 'parentCode', read: (cell) => (cell === '' ? '' : code(cell)) },
  ],
  least: 3,
  same: (row) => row.code ?? '',
  amiss: (row) => (row.kind !== 'province' && row.parentCode === '' ? 'parentCode' : undefined),
});
