import type { FieldVersion, ListedVersion } from '../use-cases/show-field-history.js';

/** What a field said at a version, without its value. */
export class FieldVersionView {
  version: number;
  /** When it was saved, an ISO instant. */
  at: string;
  /** Who saved it; empty for the house. */
  by: string;
  words: number;
}

export class FieldVersionValueView {
  version: number;
  /** In the shape of the field's kind. */
  value: unknown;
}

export const fieldVersionView = ({ version, at, by, words }: ListedVersion): FieldVersionView => ({
  ...{ version, by, words },
  at: at.toISOString(),
});

export const fieldVersionValueView = ({ version, value }: FieldVersion): FieldVersionValueView => ({
  version,
  value,
});
