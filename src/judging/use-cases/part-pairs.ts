import { Injectable } from '@nestjs/common';
import type { EntryFacts } from '../../entries/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { SheetsData } from '../data/sheets-data.js';

/** Takes entries from a judge who must not score them. */
@Injectable()
export class PartPairs {
  constructor(private readonly sheets: SheetsData) {}

  /**
   * Closes the unsigned sheets, without a word to the judge of why.
   * @returns how many sheets were closed
   * @throws Refused judging.signed-before-recusal with the case numbers: a signature is not undone here
   */
  async run(tx: Tx, judgeId: string, entries: readonly EntryFacts[]): Promise<number> {
    const pairs = { judgeId, entryIds: entries.map(({ id }) => id) };
    const closed = await this.sheets.voidPairs(tx, pairs, 'recused-by-administrator');
    const signed = new Set(await this.sheets.signedPairs(tx, pairs));
    if (signed.size > 0)
      throw new Refused('judging.signed-before-recusal', {
        caseNos: entries.filter(({ id }) => signed.has(id)).map(({ caseNo }) => caseNo),
      });
    return closed;
  }
}
