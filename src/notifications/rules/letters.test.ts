import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantWords } from './beijing-words.js';
import { letterKinds, letterText, type LetterFacts } from './letters.js';

const facts: LetterFacts = {
  site: '遴选',
  recipient: '李老师',
  link: 'https://x.example/entries/1',
  programme: '2026年精品案例遴选',
  noun: '案例',
  entryTitle: '红烛领航',
  category: '党建+德育',
  until: '2026年12月7日 17:00',
  period: '2026年12月7日至2026年12月11日',
};
const secrets = ['2026年精品案例遴选', '红烛领航', '党建+德育', '案例'];

describe('a letter', () => {
  it.each([
    'invitation',
    'entry-submitted',
    'entry-returned',
    'judge-invited',
    'round-opened',
  ] as const)('of kind %s tells nothing in its subject', (kind) => {
    const { subject } = letterText(kind, facts);
    expect(secrets.filter((secret) => subject.includes(secret))).toEqual([]);
  });

  it.each(letterKinds)('of kind %s tells nothing its reader may not know', (kind) => {
    const { site, recipient, link } = facts;
    const bare = letterText(kind, { site, recipient, link });
    expect([...secrets, 'undefined'].filter((word) => bare.text.includes(word))).toEqual([]);
    expect(bare.text).toContain(link);
  });

  it.each(letterKinds)(
    'of kind %s has a subject of one line whatever the names contain',
    (kind) => {
      const wild = fc.string({ unit: 'binary' });
      fc.assert(
        fc.property(wild, wild, wild, (site, recipient, programme) => {
          const { subject } = letterText(kind, { ...facts, site, recipient, programme });
          expect(/\p{Cc}/u.test(subject)).toBe(false);
        }),
      );
    },
  );

  it('says what was returned, where to mend it and until when', () => {
    expect(letterText('entry-returned', facts)).toEqual({
      subject: '【遴选】您有一项新通知',
      text: `李老师：

您提交的案例“红烛领航”（2026年精品案例遴选）已退回修改。请按退回意见修改后重新提交：

https://x.example/entries/1

提交截止时间：2026年12月7日 17:00（北京时间，以服务器接收为准）。

遴选
此信由系统自动发送，请勿直接回复。
`,
    });
  });

  it('names instants in Beijing time', () => {
    expect(instantWords(new Date('2026-12-31T16:05:00Z'))).toBe('2027年1月1日 00:05');
  });
});
