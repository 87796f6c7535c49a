import type { ShownProgramme, WholeProgramme } from '../use-cases/show-programmes.js';
import { commitmentsOf } from '../rules/commitments.js';
import type { Template } from '../rules/templates/template.js';
import type { Windows } from '../rules/windows.js';
import { RubricView, rubricView } from './rubric.view.js';
import {
  AggregationView,
  aggregationView,
  AttachmentRuleView,
  attachmentRuleView,
  AwardView,
  awardView,
  FieldView,
  fieldView,
  PublicityView,
  RecusalView,
  recusalView,
  StageView,
} from './rules.view.js';

export class TemplateView {
  key: string;
  name: string;
  description: string;
  /** Names of its categories. */
  categories: string[];
}

/** [opensAt, closesAt) as ISO instants. */
export class WindowView {
  opensAt: string;
  closesAt: string;
}

export class WindowsView {
  submission: WindowView;
  recommendation: WindowView;
  judging: WindowView;
}

export class ProgrammeCardView {
  id: string;
  slug: string;
  name: string;
  year: number;
  /** draft, collecting, checking, judging, tallied, verified, notice or announced. */
  state: string;
  windows: WindowsView;
  /** What is selected: 案例, 作品, … */
  noun: string;
  /** What the activity is called: 遴选, 评选, … */
  activityNoun: string;
  /** change-settings, set-quotas, open, start-checking: what the reader may do now. */
  actions: string[];
}

export class ProgrammeListView {
  programmes: ProgrammeCardView[];
  /** Give it as `after` for the next page; null on the last. */
  next: string | null;
}

export class CategoryView {
  id: string;
  code: string;
  name: string;
  rubricKey: string;
  position: number;
}

/** A place that contradicts: a JSON pointer and what is wrong there. */
export class FaultView {
  path: string;
  code: string;
}

/** A reason why a draft cannot be opened yet. */
export class BlockerView {
  /** config-invalid, windows-disordered, submission-over or quota-empty. */
  code: string;
  faults: FaultView[];
}

/** The words that are attested, and their SHA-256. */
export class CommitmentsTextView {
  text: string;
  digest: string;
}

/** The whole rules of a selection. */
export class ProgrammeView extends ProgrammeCardView {
  /** For `If-Match`. */
  version: number;
  /** SHA-256 of the rules as they were frozen at the opening; null while a draft. */
  fingerprint: string | null;
  /** ISO instant; null while a draft. */
  openedAt: string | null;
  categories: CategoryView[];
  fields: FieldView[];
  /** The limit in words of all sections together, and how many per cent over it still submit. */
  bodyMaxWords: number | null;
  bodyTolerance: number;
  attachments: AttachmentRuleView[];
  stages: StageView[];
  rubrics: RubricView[];
  aggregation: AggregationView;
  /** none, title or full: what judges are not told. */
  anonymity: string;
  recusal: RecusalView;
  /** How many judges read an entry. */
  perEntry: number;
  awards: AwardView[];
  publicity: PublicityView;
  /** What units attest, and its SHA-256; null where they attest nothing. */
  commitments: CommitmentsTextView | null;
  blockers: BlockerView[];
}

export class CreatedView {
  id: string;
}

export class VersionView {
  /** For the next `If-Match`. */
  version: number;
}

export class OpenedView extends VersionView {
  fingerprint: string;
}

export const templateView = ({ key, name, description, config }: Template): TemplateView => ({
  key,
  name,
  description,
  categories: config.categories.map((category) => category.name),
});

const windowView = ({ opensAt, closesAt }: Windows['submission']): WindowView => ({
  opensAt: opensAt.toISOString(),
  closesAt: closesAt.toISOString(),
});

export const windowsView = (windows: Windows): WindowsView => ({
  submission: windowView(windows.submission),
  recommendation: windowView(windows.recommendation),
  judging: windowView(windows.judging),
});

export const cardView = ({ programme, windows, actions }: ShownProgramme): ProgrammeCardView => ({
  id: programme.id,
  slug: programme.slug,
  name: programme.name,
  year: programme.year,
  state: programme.state,
  windows: windowsView(windows),
  noun: programme.config.noun,
  activityNoun: programme.config.activityNoun,
  actions: [...actions],
});

export function programmeView(whole: WholeProgramme): ProgrammeView {
  const { programme, categories, blockers } = whole;
  const { config } = programme;
  return {
    ...cardView(whole),
    version: programme.version,
    fingerprint: programme.rulesFingerprint,
    openedAt: programme.openedAt?.toISOString() ?? null,
    categories: categories.map(({ id, code, name, rubricKey, position }) => ({
      ...{ id, code, name, rubricKey, position },
    })),
    fields: config.fields.map(fieldView),
    bodyMaxWords: config.bodyMaxWords,
    bodyTolerance: config.bodyTolerance,
    attachments: config.attachments.map(attachmentRuleView),
    stages: [...config.stages],
    rubrics: Object.entries(config.rubrics).map(([key, rubric]) => rubricView(key, rubric)),
    aggregation: aggregationView(config.aggregation),
    anonymity: config.anonymity,
    recusal: recusalView(config.recusal),
    perEntry: config.panel.perEntry,
    awards: config.awards.map(awardView),
    publicity: config.publicity,
    commitments: commitmentsOf(config.fields),
    blockers: blockers.map(({ code, faults }) => ({ code, faults: [...faults] })),
  };
}
