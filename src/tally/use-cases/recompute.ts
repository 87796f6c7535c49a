import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import { TallyData } from '../data/tally-data.js';
import type { TallyRun } from '../data/tally.entities.js';
import { CategoryDesk } from './category-desk.js';
import { runTexts } from './run-texts.js';

/** Computes a run again from the ballots as they are now. */
@Injectable()
export class Recompute {
  constructor(
    private readonly desk: CategoryDesk,
    private readonly tallies: TallyData,
  ) {}

  /** @throws Refused tally.recompute-differs, naming the first category whose bytes differ */
  async demandSame(tx: Tx, programme: ProgrammeFacts, run: TallyRun): Promise<void> {
    const stored = await this.tallies.categories(tx, run.id);
    for (const result of stored) {
      const at = { roundId: run.roundId, categoryId: result.categoryId };
      const { category, tally } = await this.desk.compute(tx, programme, at);
      if (tally.inputText !== result.inputText || tally.outputText !== result.outputText)
        throw new Refused('tally.recompute-differs', { category: category.code });
    }
    const whole = runTexts(programme, stored);
    if (whole.inputText !== run.inputText || whole.outputText !== run.outputText)
      throw new Refused('tally.recompute-differs');
  }
}
