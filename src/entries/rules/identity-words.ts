import { initialsOfSchool, pinyinOfPerson, pinyinOfPlace } from './pinyin-spellings.js';

/** Whose entry it is: everything by which a judge could tell. */
export type Identity = {
  readonly unitName: string;
  readonly countyName: string;
  readonly prefectureName: string;
  readonly people: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
};

export type WordKind = 'unit' | 'county' | 'prefecture' | 'person' | 'phone' | 'email';

/** A spelling by which somebody or something is known. */
export type IdentityWord = {
  readonly kind: WordKind;
  readonly spelling: string;
  /** Latin letters, which name nobody in the middle of a longer word. */
  readonly isPinyin: boolean;
};

/** Posts by which a person is called after the surname: 张老师. */
const posts = ['老师', '校长', '书记', '主任', '园长', '同志'];

const peoples =
  '土家|苗|侗|瑶|回|白|壮|满|蒙古|藏|彝|布依|哈尼|傣|黎|畲|羌|朝鲜|维吾尔|哈萨克|傈僳|佤|拉祜|纳西|水|仡佬|土|撒拉|各';
const regionEnding = new RegExp(`(?:(?:(?:${peoples})族)*自治[州县旗]|[省市县区州])$`, 'u');
const schoolEnding = /(?:高级中学|初级中学|实验学校|完全小学|幼儿园|中学|小学|学校|中心校)$/u;
/** A name that half the schools of the country have: it says something together with its place alone. */
const common =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:中学|小学|幼儿园|中|小)|实验(?:中学|小学|学校)|中心(?:小学|学校|校))$/u;

/** 长沙 of 长沙市; nothing when too little would be left. */
export function shortRegion(name: string): string | null {
  const short = name.replace(regionEnding, '');
  return short.length >= 2 && short !== name ? short : null;
}

/** How people shorten a school's name: 第一中学 → 一中, 实验小学 → 实小, 雅礼中学 → 雅礼. */
export function shortSchools(name: string): string[] {
  const numbered = /^第?([一二三四五六七八九十]{1,3})(中|小)学$/u.exec(name);
  if (numbered) return [numbered.slice(1).join('')];
  const experimental = /^实验(中|小)学$/u.exec(name);
  if (experimental) return ['实', '实验'].map((word) => word + experimental.slice(1).join(''));
  const stem = name.replace(schoolEnding, '');
  return stem.length >= 2 && stem !== name ? [stem] : [];
}

/** The school's name without the places before it. */
function ownName(name: string, places: readonly string[]): string {
  const place = places.find((known) => name.startsWith(known) && name.length > known.length + 1);
  return place === undefined ? name : ownName(name.slice(place.length), places);
}

function schoolWords({ unitName, countyName, prefectureName }: Identity): string[] {
  const places = [prefectureName, countyName, '湖南省']
    .flatMap((place) => [place, shortRegion(place) ?? ''])
    .filter((place) => place !== '');
  const own = ownName(unitName, places);
  const spellings = [own, ...shortSchools(own)];
  const withPlace = places.flatMap((place) => spellings.map((spelling) => `${place}${spelling}`));
  const telling = spellings.filter((spelling) => !common.test(spelling) && spelling.length >= 3);
  return [unitName, ...withPlace, ...telling];
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** Every spelling that would give an entry away; the longest first, so that the fullest is reported. */
export function identityWords(identity: Identity): IdentityWord[] {
  const { countyName, prefectureName, people, phones, emails } = identity;
  const region = (name: string): string[] => [name, shortRegion(name) ?? ''];
  const written: [WordKind, readonly string[]][] = [
    ['unit', schoolWords(identity)],
    ['county', region(countyName)],
    ['prefecture', region(prefectureName)],
    [
      'person',
      people.flatMap((name) => [name, ...posts.map((post) => `${name.slice(0, 1)}${post}`)]),
    ],
    ['phone', phones.map(digitsOf)],
    ['email', emails],
  ];
  const typed: [WordKind, readonly string[]][] = [
    [
      'unit',
      schoolWords(identity).flatMap((name) => [...pinyinOfPlace(name), ...initialsOfSchool(name)]),
    ],
    ['county', region(countyName).flatMap(pinyinOfPlace)],
    ['prefecture', region(prefectureName).flatMap(pinyinOfPlace)],
    ['person', people.map((name) => name.trim()).flatMap(pinyinOfPerson)],
  ];
  const seen = new Set<string>();
  return [...wordsOf(written, false), ...wordsOf(typed, true)]
    .filter(({ kind, spelling }) => spelling.length >= (kind === 'phone' ? 7 : 2))
    .filter(({ spelling }) => !seen.has(spelling) && seen.add(spelling))
    .sort((a, b) => b.spelling.length - a.spelling.length);
}

const wordsOf = (
  known: readonly (readonly [WordKind, readonly string[]])[],
  isPinyin: boolean,
): IdentityWord[] =>
  known.flatMap(([kind, spellings]) =>
    spellings.map((spelling) => ({ kind, spelling: spelling.trim(), isPinyin })),
  );
