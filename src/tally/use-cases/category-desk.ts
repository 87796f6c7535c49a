import { Injectable } from '@nestjs/common';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import { type EntryBallots, Judging } from '../../judging/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { CategoryFacts, ProgrammeFacts } from '../../programmes/public-api.js';
import { type CategoryRules, type CategoryTally, tallyCategory } from '../rules/category-tally.js';
import type { TallyEntry } from '../rules/tally-shapes.js';

/** A category as it is computed from what lies in the database now. */
export type ComputedCategory = {
  readonly category: CategoryFacts;
  readonly tally: CategoryTally;
  /** Entry ids by case number: the texts know no ids. */
  readonly entryIds: ReadonlyMap<string, string>;
};

/** Gathers a category's accepted entries and signed sheets, and computes it. */
@Injectable()
export class CategoryDesk {
  constructor(
    private readonly entries: Entries,
    private readonly judging: Judging,
  ) {}

  /** @throws Refused tally.not-found, tally.sheets-at-fault */
  async compute(
    tx: Tx,
    programme: ProgrammeFacts,
    at: { readonly roundId: string; readonly categoryId: string },
  ): Promise<ComputedCategory> {
    const category = programme.categories.find(({ id }) => id === at.categoryId);
    if (category === undefined) throw new Refused('tally.not-found');
    const accepted = await this.entries.accepted(tx, programme.id);
    const ballots = await this.judging.ballots(tx, at.roundId, at.categoryId);
    const panels = new Map(ballots.map((ballot) => [ballot.entryId, ballot]));
    const own = accepted.filter(({ categoryId }) => categoryId === category.id);
    const input = own.map((entry) => entryOf(entry, panels.get(entry.id)));
    const tally = must('tally', tallyCategory(input, rulesOf(programme, category)));
    return { category, tally, entryIds: new Map(own.map(({ caseNo, id }) => [caseNo, id])) };
  }
}

const entryOf = (
  { caseNo, rankInUnit }: EntryFacts,
  { sheets, settled }: Partial<EntryBallots> = {},
): TallyEntry => ({
  entry: caseNo,
  rankInUnit,
  sheets: (sheets ?? []).map(({ judgeCode: judge, scores, recommendation }) => ({
    judge,
    scores,
    recommendation,
  })),
  ...(settled && { settled }),
});

function rulesOf({ config }: ProgrammeFacts, category: CategoryFacts): CategoryRules {
  const rubric = config.rubrics[category.rubricKey];
  if (rubric?.kind !== 'weighted')
    throw new Error(`category ${category.code} has no weighted rubric`);
  const { method, tieChain } = config.aggregation;
  return {
    method: method.kind === 'trim' ? method : { kind: method.kind },
    criteria: rubric.criteria.map(({ key, max }) => ({ key, max })),
    tieChain,
    awards: config.awards,
  };
}
