import type { ExpertPlan } from '../rules/expert-plan.js';
import type { ExpertListed, ExpertPage } from '../use-cases/list-experts.js';

export class ExpertView {
  id: string;
  name: string;
  /** female, male or null. */
  gender: string | null;
  birthYear: number | null;
  organisationCode: string;
  workplace: string;
  /** The short name of the 市州 or 省直; empty for someone from a provincial body. */
  prefecture: string;
  /** front-line, university, research, office, retired or other. */
  kind: string;
  title: string;
  post: string;
  political: string;
  expertise: string[];
  /** Codes of the categories they may judge; none: all. */
  categories: string[];
  years: number | null;
  honours: string;
  recommender: string;
  phone: string;
  email: string;
  /** active, paused or removed. */
  state: string;
  reason: string | null;
  /** For `If-Match`. */
  version: number;
  /** pause, resume, remove. */
  actions: string[];
}

export class PrefectureChoiceView {
  id: string;
  name: string;
}

export class ExpertPageView {
  experts: ExpertView[];
  /** Of all pages. */
  total: number;
  /** Give it as `after` for the next page; null on the last. */
  next: string | null;
  /** Every 市州 and 省直, in the order of codes. */
  prefectures: PrefectureChoiceView[];
}

export class ExpertFaultView {
  /** In the sheet, from 1. */
  row: number;
  /** The heading's key, such as name, kind or email. */
  column: string;
  /** missing, too-long, bad-value, unknown-organisation or twice. */
  code: string;
  text: string;
}

export class PlannedExpertView {
  row: number;
  name: string;
  workplace: string;
  kind: string;
  phone: string;
  email: string;
  /** new or known: then its fields are replaced. */
  standing: string;
}

export class ExpertPlanView {
  experts: PlannedExpertView[];
  faults: ExpertFaultView[];
}

export class ImportedExpertsView {
  added: number;
  changed: number;
}

export class ChangedExpertView {
  version: number;
}

const expertView = (expert: ExpertListed): ExpertView => ({
  id: expert.id,
  name: expert.name,
  gender: expert.gender,
  birthYear: expert.birthYear,
  organisationCode: expert.organisationCode,
  workplace: expert.workplace,
  prefecture: expert.prefecture,
  kind: expert.kind,
  title: expert.title,
  post: expert.post,
  political: expert.political,
  expertise: [...expert.expertise],
  categories: [...expert.categories],
  years: expert.years,
  honours: expert.honours,
  recommender: expert.recommender,
  phone: expert.phone,
  email: expert.email,
  state: expert.state,
  reason: expert.reason,
  version: expert.version,
  actions: [...expert.actions],
});

export const expertPageView = (page: ExpertPage): ExpertPageView => ({
  experts: page.experts.map(expertView),
  total: page.total,
  next: page.next ?? null,
  prefectures: page.prefectures.map(({ id, shortName }) => ({ id, name: shortName })),
});

export const expertPlanView = ({ experts, faults }: ExpertPlan): ExpertPlanView => ({
  experts: experts.map(({ row, name, workplace, kind, phone, email, standing }) => ({
    row,
    name,
    workplace,
    kind,
    phone,
    email,
    standing,
  })),
  faults: [...faults],
});
