import { createHash } from 'node:crypto';

/** The words of commitments and their fingerprint, by which one version is told from another. */
export type Commitments = {
  readonly text: string;
  /** SHA-256 of the text in UTF-8. */
  readonly digest: string;
};

type Field = {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly kind: string;
};

/**
 * The commitments of a form in its order: the label, and below it the text that is attested.
 * @param isMade which of them were made; all when absent
 */
export function commitmentsOf(
  fields: readonly Field[],
  isMade: (key: string) => boolean = () => true,
): Commitments | null {
  const attested = fields.filter(({ key, kind }) => kind === 'attestation' && isMade(key));
  if (attested.length === 0) return null;
  const text = attested
    .map(({ label, note }) => (note === undefined ? label : `${label}\n${note}`))
    .join('\n\n');
  return { text, digest: createHash('sha256').update(text, 'utf8').digest('hex') };
}
