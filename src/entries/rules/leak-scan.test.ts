import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identity, identityWords, shortRegion, shortSchools } from './identity-words.js';
import { type LeakPlace, scanForLeaks } from './leak-scan.js';

const identity: Identity = {
  unitName: '浏阳市第一中学',
  countyName: '浏阳市',
  prefectureName: '长沙市',
  people: ['张建国', '欧阳敏'],
  phones: ['0731-83610001', '138 0013 8000'],
  emails: ['lisi@example.org'],
};
const words = identityWords(identity);
const place: LeakPlace = { key: 'practice', in: 'form' };
const found = (text: string, whose = words): string[] =>
  scanForLeaks([{ place, text }], whose).map((leak) => `${leak.kind} ${leak.found}`);

describe('the short form', () => {
  it.each([
    ['长沙市', '长沙'],
    ['湘西土家族苗族自治州', '湘西'],
    ['新晃侗族自治县', '新晃'],
    ['芙蓉区', '芙蓉'],
    ['省直', null],
    ['郊区', null],
  ])('of the region %s is %s', (name, short) => {
    expect(shortRegion(name)).toBe(short);
  });

  it.each([
    ['第一中学', ['一中']],
    ['第十二小学', ['十二小']],
    ['实验小学', ['实小', '实验小']],
    ['雅礼中学', ['雅礼']],
    ['示例学校', ['示例']],
  ])('of the school %s is %j', (name, short) => {
    expect(shortSchools(name)).toEqual(short);
  });
});

describe('the scan for what gives an entry away', () => {
  it.each([
    ['我校浏阳市第一中学始建于一九〇六年', ['unit 浏阳市第一中学']],
    ['浏阳一中党总支', ['unit 浏阳一中']],
    ['长沙浏阳', ['prefecture 长沙', 'county 浏阳']],
    ['全国各地的一中都可以参照', []],
    ['在张 建 国的带领下', ['person 张 建 国']],
    ['张老师和孩子们', ['person 张老师']],
    ['电话：０７３１－８３６１ ０００１', ['phone ０７３１－８３６１ ０００１']],
    ['请拨打138-0013-8000联系', ['phone 138-0013-8000']],
    ['LiSi@Example.org', ['email LiSi@Example.org']],
    ['zhangjianguo-终稿', ['person zhangjianguo']],
    ['作者 Zhang Jianguo 撰', ['person Zhang Jianguo']],
    ['Jianguo ZHANG', ['person Jianguo ZHANG']],
    ['Ｚｈａｎｇｊｇ（定稿）', ['person Ｚｈａｎｇｊｇ']],
    ['ouyangmin', ['person ouyangmin']],
    ['liuyangyizhong_2020', ['unit liuyangyizhong']],
    ['LYYZ党总支', ['unit LYYZ']],
    ['changsha', ['prefecture changsha']],
    ['unchangshaken, zhangjgx', []],
    ['党建引领，润物无声', []],
  ])('%s', (text, leaks) => {
    expect(found(text)).toEqual(leaks);
  });

  it('says where, how often and what stands around', () => {
    const text = '支部书记张建国牵头成立专班，张建国每周听课。';
    expect(scanForLeaks([{ place, text }], words)).toEqual([
      {
        place,
        kind: 'person',
        found: '张建国',
        excerpt: '支部书记张建国牵头成立专班，张建国每周',
        at: 4,
        times: 2,
      },
    ]);
  });

  it('finds every spelling wherever it stands, and nothing in a text without one', () => {
    const filler = fc.string({ unit: fc.constantFrom(...'党建引领育人实践探索创新，。 　') });
    fc.assert(
      fc.property(filler, filler, fc.constantFrom(...words), (before, after, word) => {
        expect(scanForLeaks([{ place, text: before + after }], words)).toEqual([]);
        const leaks = scanForLeaks([{ place, text: before + word.spelling + after }], words);
        expect(leaks.map(({ at, found: text }) => [at, text])).toEqual([
          [before.length, word.spelling],
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
