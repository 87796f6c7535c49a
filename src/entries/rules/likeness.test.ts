import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeSentences } from './alike-sentences.js';
import {
  commonRuns,
  fingerprintsOf,
  foldText,
  likenessLevel,
  shareFound,
  shortestRun,
} from './likeness.js';

const han = '党建引领育人实践探索创新学校教师学生课程活动支部书记品德行为习惯养成评价机制';
const text = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...han), minLength: least, maxLength: most });

describe('what two texts have in common', () => {
  it('does not depend on punctuation, width, case or spaces', () => {
    expect(foldText('支部 建在：“年级组”，ＡＢＣ！').text).toBe('支部建在年级组abc');
  });

  it('is found by a fingerprint wherever a run of the least length is shared', () => {
    fc.assert(
      fc.property(
        text(0, 60),
        text(0, 60),
        text(shortestRun, 40),
        text(0, 60),
        (a, b, shared, c) => {
          const own = fingerprintsOf(a + shared + b);
          const other = new Set(fingerprintsOf(c + shared));
          expect(own.some((hash) => other.has(hash))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same stretch of characters in both', () => {
    fc.assert(
      fc.property(text(0, 80), text(0, 80), text(0, 40), (a, b, shared) => {
        const [own, other] = [a + shared + b, b + shared + a];
        for (const { start, end } of commonRuns(own, other)) {
          expect(end - start).toBeGreaterThanOrEqual(shortestRun);
          for (let at = start; at + 8 <= end; at++) expect(other).toContain(own.slice(at, at + 8));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is everything for a text and itself, and nothing for two that share phrases only', () => {
    const one = '以党建为引领，推动学校德育工作走深走实，形成了一批可以复制的做法。';
    const two = '学校坚持以党建为引领，把课堂交给学生，让每一个孩子都有出彩的机会。';
    expect(shareFound(foldText(one).text, foldText(one).text)).toBe(1000);
    expect(shareFound(foldText(one).text, foldText(two).text)).toBe(0);
    expect(shareFound('', foldText(two).text)).toBe(0);
  });

  it.each([
    [0, 'none'],
    [149, 'none'],
    [150, 'amber'],
    [299, 'amber'],
    [300, 'red'],
    [1000, 'red'],
  ] as const)('%i thousandths is %s', (share, level) => {
    expect(likenessLevel(share)).toBe(level);
  });

  it('is shown sentence beside sentence', () => {
    const copied = '学校成立由书记任组长的工作专班，每周召开一次推进会，逐项销号管理';
    const own = `我们先摸清底数。${copied}。成效明显！`;
    const other = `开头完全不同的一句话。${copied}，并且每月向全体教师通报。结尾也不同。`;
    expect(alikeSentences(own, other)).toEqual([
      { own: `${copied}。`, other: `${copied}，并且每月向全体教师通报。` },
    ]);
  });
});
