import type { Locale, SchoolType, Stage } from '../shapes.js';

/** Two syllables make a school's own name; the words are rare enough that no real school bears them. */
export const firstSyllables = [...'霁岫筠澜蕴砚萤穗湛珩翊骞栖溯芷皓黛笙旻璟'];
export const secondSyllables = [...'桐屿麓溪禾舟帆枫榆泽岑葭柏渡原坪洲谷畴汀'];

/** Share of each type of school in percent, and how its name ends. */
export const schoolTypes: readonly {
  readonly type: SchoolType;
  readonly percent: number;
  readonly ending: string;
  readonly stage: Stage;
}[] = [
  { type: '小学', percent: 38, ending: '小学', stage: '小学' },
  { type: '初中', percent: 20, ending: '初级中学', stage: '初中' },
  { type: '九年一贯', percent: 12, ending: '学校', stage: '义务教育' },
  { type: '高中', percent: 14, ending: '高级中学', stage: '高中' },
  { type: '幼儿园', percent: 8, ending: '幼儿园', stage: '学前' },
  { type: '中职', percent: 5, ending: '职业中等专业学校', stage: '中职' },
  { type: '特教', percent: 2, ending: '特殊教育学校', stage: '特教' },
  { type: '区域', percent: 1, ending: '教师发展中心', stage: '区域' },
];

type Weights = readonly (readonly [Locale, number])[];
export const localeWeights: Weights = [
  ['城区', 40],
  ['镇区', 35],
  ['乡村', 25],
];
export const ruralLocaleWeights: Weights = [
  ['城区', 28],
  ['镇区', 27],
  ['乡村', 45],
];

/** Percent of the schools that are privately run. */
export const privatePercent = 8;
