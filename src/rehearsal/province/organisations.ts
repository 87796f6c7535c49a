import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';
import { apportion, pickWeighted } from './draws.js';
import type { Organisation, SchoolType } from './shapes.js';
import { counties } from './tables/counties.js';
import { directCode, prefectures, provinceCode, ruralPrefectures } from './tables/prefectures.js';
import {
  firstSyllables,
  localeWeights,
  privatePercent,
  ruralLocaleWeights,
  schoolTypes,
  secondSyllables,
} from './tables/schools.js';
import { words } from './tables/words.js';

const schoolsPerCounty = 3;

const unitsAbove: readonly Organisation[] = [
  { code: provinceCode, name: '湖南省教育厅', kind: 'province', parentCode: null },
  { code: directCode, name: '省直', kind: 'province-direct', parentCode: provinceCode },
  ...prefectures.map(({ code, name, shortName }) => ({
    code,
    name,
    shortName,
    kind: 'prefecture' as const,
    parentCode: provinceCode,
  })),
];

const countiesOf = (prefectureCode: string): Organisation[] =>
  words(counties[prefectureCode.slice(0, 4)] ?? '').map((county) => ({
    code: prefectureCode.slice(0, 4) + county.slice(0, 2),
    name: county.slice(2),
    kind: 'county',
    parentCode: prefectureCode,
  }));

/** Districts are named together with their city, as on a school's stamp. */
const prefixOf = (county: Organisation): string => {
  const city = prefectures.find(({ code }) => code === county.parentCode);
  return county.name.endsWith('区') && city ? city.name + county.name : county.name;
};

/** Every school's own two syllables, in an order only the seed knows. */
const ownNames = (seed: string): string[] =>
  seededRandom(`${seed}/school-names`).shuffle(
    firstSyllables.flatMap((first) => secondSyllables.map((second) => first + second)),
  );

/** The type of each school, in the proportions of the domain. */
function dealTypes(seed: string, schools: number): SchoolType[] {
  const counts = apportion(
    schools,
    schoolTypes.map(({ percent }) => percent),
  );
  const types = schoolTypes.flatMap(({ type }, index) =>
    Array.from({ length: counts[index] ?? 0 }, () => type),
  );
  return seededRandom(`${seed}/school-types`).shuffle(types);
}

function school(
  random: SeededRandom,
  at: { code: string; prefix: string; parentCode: string; rural: boolean },
  ownName: string,
  schoolType: SchoolType,
): Organisation {
  const ending = schoolTypes.find(({ type }) => type === schoolType)?.ending ?? '';
  const mayBePrivate = schoolType !== '区域' && at.parentCode !== directCode;
  return {
    code: at.code,
    name: at.prefix + ownName + ending,
    shortName: ownName + ending,
    kind: 'school',
    parentCode: at.parentCode,
    schoolType,
    ownership: mayBePrivate && random.below(100) < privatePercent ? '民办' : '公办',
    locale: pickWeighted(random, at.rural ? ruralLocaleWeights : localeWeights),
  };
}

/** The province, its prefectures, counties and schools, each list in code order. */
export function organisations(seed: string): Organisation[] {
  const allCounties = prefectures.flatMap(({ code }) => countiesOf(code));
  const names = ownNames(seed);
  const types = dealTypes(seed, allCounties.length * schoolsPerCounty);
  const random = seededRandom(`${seed}/schools`);
  const ofCounties = types.map((type, index) => {
    const county = allCounties[Math.floor(index / schoolsPerCounty)] as Organisation;
    const at = {
      code: `${county.code}-0${(index % schoolsPerCounty) + 1}`,
      prefix: prefixOf(county),
      parentCode: county.code,
      rural: ruralPrefectures.includes(county.parentCode ?? ''),
    };
    return school(random, at, names[index] as string, type);
  });
  const direct = (['小学', '高中'] as const).map((type, index) => {
    const at = { code: `${directCode}-0${index + 1}`, prefix: '湖南省', parentCode: directCode };
    return school(random, { ...at, rural: false }, names[types.length + index] as string, type);
  });
  return [...unitsAbove, ...allCounties, ...ofCounties, ...direct];
}
