import { type ProgrammeFacts, spreadLevel } from '../../programmes/public-api.js';
import { awardsOf, rankingIn } from '../rules/category-tally.js';
import type { Ranking } from '../rules/rank.js';
import { points } from '../rules/points.js';
import type { RunExport } from '../use-cases/export-run.js';
import type { NamedEntry } from '../use-cases/name-entries.js';
import type { OpenedRun, TallyDesk } from '../use-cases/show-tally.js';
import type {
  OpenedRunView,
  RankedCategoryView,
  RankedEntryView,
  RunExportView,
  RunView,
  TallyView,
} from './tally.view.js';

type Run = TallyDesk['runs'][number];
type Row = Ranking['entries'][number];

export function tallyView({ programme, runs, newest, actions }: TallyDesk): TallyView {
  const { aggregation, awards, rubrics } = programme.config;
  const criteria = Object.values(rubrics).flatMap((rubric) =>
    rubric.kind === 'weighted' ? rubric.criteria : [],
  );
  return {
    programmeName: programme.name,
    programmeState: programme.state,
    method: aggregation.method.kind,
    tieChain: aggregation.tieChain.map((step) =>
      step.by === 'criterion'
        ? { by: `criterion:${step.key}`, criterion: nameOf(step.key, criteria) }
        : { by: step.by, criterion: null },
    ),
    awards: awards.map(({ code, name }) => ({ code, name })),
    runs: runs.map(runView),
    newest: newest && openedRunView(newest, programme),
    actions: [...actions],
  };
}

const nameOf = (wanted: string, criteria: readonly { key: string; name: string }[]): string =>
  criteria.find(({ key }) => key === wanted)?.name ?? wanted;

const runView = (run: Run): RunView => ({
  id: run.id,
  number: run.number,
  state: run.state,
  ruleVersion: run.ruleVersion,
  inputHash: run.inputHash,
  outputHash: run.outputHash,
  startedAt: run.startedAt.toISOString(),
  completedAt: run.completedAt?.toISOString() ?? null,
});

const openedRunView = (opened: OpenedRun, programme: ProgrammeFacts): OpenedRunView => ({
  ...runView(opened.run),
  categories: programme.categories.flatMap((category) =>
    opened.categories
      .filter(({ categoryId }) => categoryId === category.id)
      .map((result) => categoryView(category, result, opened, programme)),
  ),
  verifications: opened.words.map((word) => ({ ...word, at: word.at.toISOString() })),
  actions: [...opened.actions],
});

function categoryView(
  { id, code, name }: ProgrammeFacts['categories'][number],
  result: OpenedRun['categories'][number],
  { named }: OpenedRun,
  { config }: ProgrammeFacts,
): RankedCategoryView {
  const ranking = rankingIn(result.outputText);
  const { tiers, unresolved } = awardsOf(ranking, config.awards);
  const { inputHash, outputHash } = result;
  return {
    id,
    code,
    name,
    inputHash,
    outputHash,
    sheets: ranking.entries.reduce((sum, { totals }) => sum + totals.length, 0),
    entries: ranking.entries.map((row) => ({
      ...figures(row, config.aggregation.spread),
      ...naming(row, named.get(row.entry)),
      award: tiers.get(row.entry) ?? null,
    })),
    selected: tiers.size,
    margin: ranking.cut.margin?.rounded ?? null,
    cutDecidedBy: ranking.cut.resolvedBy?.by ?? null,
    unresolved: [...unresolved],
  };
}

/** An entry withdrawn since keeps its place under its case number alone. */
const withdrawn: NamedEntry = { entryId: '', title: '', unit: '', prefecture: '' };

const naming = ({ entry }: Row, name: NamedEntry = withdrawn): NamedEntry & { caseNo: string } => ({
  caseNo: entry,
  ...name,
});

function figures(
  row: Row,
  limits: ProgrammeFacts['config']['aggregation']['spread'],
): Omit<RankedEntryView, 'award' | keyof ReturnType<typeof naming>> {
  const totals = row.totals.map(({ total }) => total);
  const spread = Math.max(...totals) - Math.min(...totals);
  return {
    rank: row.rank,
    score: row.rounded,
    totals: row.totals.map(({ judge, total }) => ({
      judge,
      total: points(total),
      isDropped: row.dropped.includes(judge),
    })),
    spread: points(spread),
    spreadLevel: spreadLevel(spread, limits),
    decidedBy: row.decidedBy?.by ?? null,
    used: row.used,
    isBelowMinimum: row.isBelowMinimum,
  };
}

export const runExportView = ({ run, categories }: RunExport): RunExportView => ({
  number: run.number,
  state: run.state,
  ruleVersion: run.ruleVersion,
  run: textsOf(run),
  categories: categories.map(({ facts, result }) => ({ code: facts.code, ...textsOf(result) })),
});

type Texts = {
  readonly inputText: string | null;
  readonly inputHash: string | null;
  readonly outputText: string | null;
  readonly outputHash: string | null;
};

const textsOf = ({ inputText, inputHash, outputText, outputHash }: Texts): Texts => ({
  inputText,
  inputHash,
  outputText,
  outputHash,
});
