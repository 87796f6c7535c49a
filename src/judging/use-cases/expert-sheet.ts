import type { SheetOf } from '../../platform/documents/workbook.js';
import type { Expert } from '../data/expert.entity.js';
import type { ExpertColumn } from '../rules/expert-plan.js';
import { kindWords, stateWords } from '../rules/experts.js';

/** The headings of a sheet of experts: what is exported can be mended and taken in again. */
export const expertHeadings: Readonly<Record<ExpertColumn, string>> = {
  name: '姓名',
  gender: '性别',
  birthYear: '出生年份',
  organisation: '单位代码',
  workplace: '工作单位',
  kind: '类型',
  title: '职称',
  post: '职务',
  political: '政治面貌',
  expertise: '专长',
  categories: '可评类别',
  years: '从教年限',
  honours: '荣誉',
  recommender: '推荐单位',
  phone: '电话',
  email: '邮箱',
};

const widths: Readonly<Partial<Record<ExpertColumn, number>>> = {
  workplace: 28,
  expertise: 24,
  honours: 28,
  recommender: 24,
  phone: 18,
  email: 28,
};

export type ExpertOnSheet = Expert & { readonly organisationCode: string };

const list = (words: readonly string[]): string => words.join('、');
const text = (value: number | null): string => (value === null ? '' : String(value));
const genderWords = { female: '女', male: '男' } as const;

const cells: Readonly<Record<ExpertColumn, (expert: ExpertOnSheet) => string>> = {
  name: ({ name }) => name,
  gender: ({ gender }) => (gender === null ? '' : genderWords[gender]),
  birthYear: ({ birthYear }) => text(birthYear),
  organisation: ({ organisationCode }) => organisationCode,
  workplace: ({ workplace }) => workplace,
  kind: ({ kind }) => kindWords[kind],
  title: ({ title }) => title,
  post: ({ post }) => post,
  political: ({ political }) => political,
  expertise: ({ expertise }) => list(expertise),
  categories: ({ categories }) => list(categories),
  years: ({ years }) => text(years),
  honours: ({ honours }) => honours,
  recommender: ({ recommender }) => recommender,
  phone: ({ phone }) => phone,
  email: ({ email }) => email,
};

const columns = (Object.keys(expertHeadings) as ExpertColumn[]).map((column) => ({
  heading: expertHeadings[column],
  width: widths[column] ?? 12,
  value: cells[column],
}));

export const poolSheet = (rows: readonly ExpertOnSheet[]): SheetOf<ExpertOnSheet> => ({
  name: '专家库',
  title: [],
  columns: [
    ...columns,
    { heading: '状态', width: 10, value: ({ state }) => stateWords[state] },
    { heading: '暂停或出库原因', width: 28, value: ({ reason }) => reason ?? '' },
  ],
  rows,
  footer: [],
});

/** Headings alone. */
export const expertTemplate: SheetOf<ExpertOnSheet> = {
  name: '专家',
  title: [],
  columns,
  rows: [],
  footer: [],
};
