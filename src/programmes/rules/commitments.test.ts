import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitmentsOf } from './commitments.js';

const field = (key: string, kind: string, note?: string) => ({
  ...{ key, kind, label: `承诺${key}` },
  ...(note === undefined ? {} : { note }),
});
const form = [
  field('a', 'attestation', '材料真实。'),
  field('b', 'text', '说明'),
  field('c', 'attestation'),
];
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('commitments', () => {
  it.each([
    ['all of the form, in its order', undefined, '承诺a\n材料真实。\n\n承诺c'],
    ['those that were made', (key: string) => key === 'a', '承诺a\n材料真实。'],
  ])('are %s, under the fingerprint of their words', (_what, isMade, text) => {
    expect(commitmentsOf(form, isMade)).toEqual({ text, digest: digest(text) });
  });

  it('are another version when a word changes', () => {
    const changed = [field('a', 'attestation', '材料属实。'), ...form.slice(1)];
    expect(commitmentsOf(changed)?.digest).not.toBe(commitmentsOf(form)?.digest);
  });

  it('are none where nothing is attested', () => {
    expect(commitmentsOf([field('b', 'text')])).toBeNull();
  });
});
