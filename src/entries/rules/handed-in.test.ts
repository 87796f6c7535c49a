import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, type HandedIn, partsOf } from './handed-in.js';

const form = {
  fields: [{ key: 'abstract' }, { key: 'effect' }],
  attachments: [{ key: 'body' }],
};
const first: HandedIn = {
  title: '红烛领航',
  categoryCode: 'DY',
  values: { abstract: '党建融合', effect: '成效良好' },
  files: [{ rule: 'body', name: '正文.docx', sha256: 'a'.repeat(64) }],
};

describe('what changed between two handings-in', () => {
  it('is nothing for the same content', () => {
    expect(changesBetween(first, { ...first }, form)).toEqual([]);
  });

  it('names each part in the order of the form, letter by letter', () => {
    const second: HandedIn = {
      ...first,
      title: '红烛引航',
      values: { abstract: '党建融合', effect: '成效很好', unknown: '不在表中' },
      files: [{ rule: 'body', name: '正文.docx', sha256: 'b'.repeat(64) }],
    };
    const changes = changesBetween(first, second, form);
    expect(changes.map(({ where }) => where)).toEqual(['title', 'effect', 'body']);
    expect(changes[1]?.parts).toEqual([
      { kind: 'same', text: '成效' },
      { kind: 'removed', text: '良' },
      { kind: 'added', text: '很' },
      { kind: 'same', text: '好' },
    ]);
  });

  it('can be read back into both texts', () => {
    const text = fc.string({ unit: fc.constantFrom(...'党建育人，。\n甲'), maxLength: 60 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = partsOf(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('of texts that share little is one whole for the other', () => {
    const parts = partsOf('甲'.repeat(3_000), '乙'.repeat(3_000));
    expect(parts.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['removed', 3_000],
      ['added', 3_000],
    ]);
  });

  it('of very long texts is one whole for the other', () => {
    const parts = partsOf('甲'.repeat(15_000), '乙'.repeat(15_000));
    expect(parts.map(({ kind, text }) => [kind, text.length])).toEqual([
      ['removed', 15_000],
      ['added', 15_000],
    ]);
  });
});
