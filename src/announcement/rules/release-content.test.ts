import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, type ListedEntry } from './release-content.js';

const categories = [
  { code: 'DY', name: '党建+德育' },
  { code: 'SD', name: '党建+师德' },
];
const tiers = [
  { code: 'J', name: '精品' },
  { code: 'Y', name: '优秀' },
];

const entry = fc.record<ListedEntry>({
  categoryCode: fc.constantFrom('DY', 'SD'),
  tierCode: fc.constantFrom('J', 'Y'),
  prefectureCode: fc.constantFrom('430100', '430200', '433100'),
  caseNo: fc.stringMatching(/^2026-[0-9]{6}$/),
  title: fc.string(),
  unit: fc.string(),
  prefecture: fc.string(),
});
const entries = fc.uniqueArray(entry, { selector: ({ caseNo }) => caseNo });

describe('a released list', () => {
  it('stands in administrative order whatever order it came in', () => {
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (listed, noise) => {
        const shuffled = [...listed].sort(() => ((noise.next().value ?? 0) % 3) - 1);
        expect(arrange(categories, tiers, shuffled)).toEqual(arrange(categories, tiers, listed));
      }),
    );
  });

  it('holds every entry once, in the section of its category and tier', () => {
    fc.assert(
      fc.property(entries, (listed) => {
        const sections = arrange(categories, tiers, listed);
        const placed = sections.flatMap(({ categoryCode, tierCode, entries: inside }) =>
          inside.map(({ caseNo }) => `${categoryCode}/${tierCode}/${caseNo}`),
        );
        expect(placed.sort()).toEqual(
          listed.map((one) => `${one.categoryCode}/${one.tierCode}/${one.caseNo}`).sort(),
        );
        expect(sections.every((section) => section.entries.length > 0)).toBe(true);
      }),
    );
  });
});
