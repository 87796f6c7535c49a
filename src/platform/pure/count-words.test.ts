import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.js';

describe('countWords', () => {
  it.each([
    ['nothing for no text', '', 0],
    ['nothing for white space, the ideographic space included', ' \t\r\n\u00a0\u3000\u2003', 0],
    ['each Chinese character', '党建引领教育', 6],
    ['each full-width mark', '德育，师德。教学！', 9],
    ['both halves of a dash and of an ellipsis', '党建——引领……', 8],
    ['Chinese quotation marks and the middle dot', '“五化”支部·样板', 9],
    ['a Latin word as one', 'hello', 1],
    ['Latin words between spaces', 'the party  branch', 3],
    ['a number with its decimal point, thousands and per cent as one', '3.5 1,200 50%', 3],
    ['marks inside a word as part of it', "don't AI-based and/or v1.2 a+b@c", 5],
    ['a typographic apostrophe as part of its word', 'don’t', 1],
    ['an accented word as one', 'café naïve', 2],
    ['Latin next to Chinese without a space', '用AI赋能3个支部', 8],
    ['half-width punctuation alone as nothing', '党, 建 - !', 2],
    ['half-width punctuation between Chinese characters as nothing', '党,建', 2],
    ['full-width letters and digits each', 'ＡＢ１２', 4],
    ['rare Han of four bytes once each', '䶮㛃𬍛', 3],
    ['Han of planes newer than the engine once each', '\u{2EBF0}\u{32000}', 2],
    ['a rare name kept in the private use area', '\uE863', 1],
    ['circled numbers each', '①②③', 3],
    ['a Han character with a variation selector once', '葛\u{E0100}', 1],
    ['kana each', 'カタカナとひらがなー', 10],
    ['Korean by words', '안녕 세계', 2],
    ['the ideographic number zero and repetition mark', '二〇二六年人々', 7],
    ['emoji as nothing', '好👍🏽👨‍👩‍👧😀', 1],
    ['emoji between words without joining them', '好😀好 👍', 2],
    ['a zero-width space as nothing', '党\u200b建 a\u200bb', 3],
    ['a mixed sentence', '2026年，我校“1+3+N”模式获AI Lab（省级）奖。', 19],
  ])('counts %s', (_what, text, words) => {
    expect(countWords(text)).toBe(words);
  });

  const han = fc.constantFrom(...'党建引领教育䶮㛃𬍛，。！“”（）');
  const latin = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9.,'/-]{0,6}[A-Za-z0-9])?$/);
  const space = fc.constantFrom(' ', '\n', '\t', '\u3000', '\u00a0');

  it('adds up over pieces that are kept apart by white space', () => {
    const piece = fc.oneof(han, latin);
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, space)), (pieces) => {
        expect(countWords(pieces.flat().join(''))).toBe(pieces.length);
      }),
    );
  });

  it('is not changed by white space at the ends or by Chinese set solid', () => {
    fc.assert(
      fc.property(fc.array(han), latin, space, (characters, word, gap) => {
        const solid = characters.join('');
        expect(countWords(gap + solid + word + solid + gap)).toBe(2 * characters.length + 1);
      }),
    );
  });

  it('never counts more than the code points of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(countWords(text)).toBeLessThanOrEqual([...text].length);
      }),
    );
  });
});
