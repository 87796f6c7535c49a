import { describe, expect, it } from 'vitest';
import { type Checked, formalCheck } from './check-findings.js';
import type { CheckCode, CheckItem } from './check-items.js';

const closesAt = new Date('2020-08-15T09:00Z');
const at = new Date('2020-07-20T00:00Z');
const sound: Checked = {
  form: {
    fields: [
      { key: 'abstract', kind: 'long-text', required: true, minWords: 2, maxWords: 8 },
      { key: 'practice', kind: 'section', required: true, maxWords: 20, tolerance: 10 },
      { key: 'pledge', kind: 'attestation', required: true },
    ],
    attachments: [{ key: 'photo', min: 1, max: 6 }],
    bodyMaxWords: 10,
    bodyTolerance: 10,
  },
  filled: {
    title: '红烛领航党建融合',
    values: { abstract: '摘要四字', practice: '做法与经过', pledge: true },
    files: { photo: 2 },
  },
  attested: { pledge: at },
  unreadyFiles: [],
  rank: 1,
  submittedAt: at,
  correctedAt: null,
  closesAt,
  places: 3,
  taken: 3,
  repeats: [],
  leaks: 0,
  likeness: 149,
};
const withValues = (values: object): Partial<Checked> => ({
  filled: { ...sound.filled, values: { ...sound.filled.values, ...values } },
});
const itemOf = (code: CheckCode, entry: Partial<Checked> = {}): CheckItem | undefined =>
  formalCheck({ ...sound, ...entry }).find((item) => item.code === code);
const failing = (entry: Partial<Checked>) =>
  formalCheck({ ...sound, ...entry })
    .filter(({ ok }) => ok === false)
    .map(({ code, reasons }) => [code, reasons.map(({ where }) => where)]);

describe('the formal check', () => {
  it('goes through the whole list, and leaves to people what only they can tell', () => {
    const found = formalCheck(sound).map(({ code, ok }) => [code, ok]);
    expect(found).toEqual([
      ...['complete', 'words', 'structure'].map((code) => [code, true]),
      ['stamps', null],
      ...['commitments', 'files', 'quota', 'rank', 'in-time'].map((code) => [code, true]),
      ...['category', 'eligibility'].map((code) => [code, null]),
      ['repeats', true],
      ['anonymity', null],
      ['likeness', true],
      ...['wording', 'privacy'].map((code) => [code, null]),
    ]);
  });

  it('leaves out what a form does not ask for', () => {
    const bare = { ...sound, form: { fields: [], attachments: [] }, leaks: null };
    expect(formalCheck(bare).map(({ code }) => code)).toEqual([
      ...['complete', 'words', 'quota', 'rank', 'in-time', 'category', 'eligibility', 'repeats'],
      ...['likeness', 'wording', 'privacy'],
    ]);
  });

  it.each<[string, Partial<Checked>, unknown]>([
    ['a missing part', withValues({ abstract: '' }), [['complete', ['abstract']]]],
    [
      'a text over its limit',
      withValues({ abstract: '九个字的摘要太长了' }),
      [['words', ['abstract']]],
    ],
    [
      'a text that is too long altogether',
      withValues({ practice: '做法与经过做法与经过做法' }),
      [['words', ['all-sections']]],
    ],
    [
      'a section that is not written',
      withValues({ practice: ' ' }),
      [
        ['complete', ['practice']],
        ['structure', ['practice']],
      ],
    ],
    [
      'a pledge not given',
      withValues({ pledge: false }),
      [
        ['complete', ['pledge']],
        ['commitments', ['pledge']],
      ],
    ],
    ['a file that is not ready', { unreadyFiles: ['photo'] }, [['files', ['photo']]]],
    ['no rank', { rank: null }, [['rank', []]]],
    ['what came when it closed', { submittedAt: closesAt }, [['in-time', []]]],
    ['a text that stands elsewhere too', { likeness: 150 }, [['likeness', []]]],
    ['a name that judges would read', { leaks: 2 }, [['anonymity', []]]],
    ['a list over its places', { taken: 4 }, [['quota', []]]],
    [
      'another entry of the same title',
      { repeats: [{ ...repeat, isSameTitle: true }] },
      [['repeats', []]],
    ],
  ])('tells %s', (_what, entry, expected) => {
    expect(failing(entry)).toEqual(expected);
  });

  it.each<[string, CheckCode, Partial<Checked>, unknown]>([
    [
      'the count and the limit of each text',
      'words',
      {},
      [
        { code: 'words', where: 'all-sections', params: { words: 5, max: 10, tolerance: 10 } },
        { code: 'words', where: 'abstract', params: { words: 4, min: 2, max: 8 } },
        { code: 'words', where: 'practice', params: { words: 5, max: 20, tolerance: 10 } },
      ],
    ],
    ['how much is filled in', 'complete', {}, [fact('filled', { filled: 3, required: 3 })]],
    [
      'when it was pledged',
      'commitments',
      {},
      [{ code: 'attested', where: 'pledge', params: { at: at.toISOString() } }],
    ],
    [
      'how many files there are',
      'files',
      {},
      [{ code: 'files', where: 'photo', params: { items: 2, min: 1, max: 6 } }],
    ],
    ['how alike it is', 'likeness', {}, [fact('likeness', { percent: 14.9 })]],
    ['the places', 'quota', {}, [fact('places', { taken: 3, places: 3 })]],
    ['that there are no places', 'quota', { places: null }, [fact('no-quota', {})]],
    [
      'when it came, and that a correction does not make it late',
      'in-time',
      { correctedAt: new Date('2020-08-20T00:00Z') },
      [
        fact('received', { at: at.toISOString(), closesAt: closesAt.toISOString() }),
        fact('corrected', { at: '2020-08-20T00:00:00.000Z' }),
      ],
    ],
    [
      'an earlier entry of the unit, which alone is no fault',
      'repeats',
      { repeats: [{ ...repeat, isSameTitle: false }] },
      [fact('earlier', repeat)],
    ],
  ])('says %s', (_what, code, entry, facts) => {
    const item = itemOf(code, entry);
    expect([item?.ok, item?.facts]).toEqual([true, facts]);
  });
});

const repeat = {
  caseNo: '2019-DY-4301-01',
  title: '红烛领航党建融合',
  unitName: '示例小学',
  programmeName: '上一届',
};
function fact(code: string, params: object) {
  return { code, where: '', params };
}
