import { Injectable } from '@nestjs/common';
import { type Handler, Handles, type Work } from '../../platform/queue/handlers.js';
import { CheckSpread } from '../use-cases/check-spread.js';

/** What was signed may be far apart, or no longer. */
@Injectable()
@Handles('judging.sheets-signed', 'tally')
@Handles('judging.second-look-answered', 'tally')
export class CheckSpreadJob implements Handler {
  constructor(private readonly checkSpread: CheckSpread) {}

  run({ payload }: Work): Promise<void> {
    return this.checkSpread.run(String(payload['roundId']));
  }
}

/** An extra judge who leaves needs another one in their place. */
@Injectable()
@Handles('judging.judge-withdrawn', 'tally')
@Handles('judging.recusal-declared', 'tally')
@Handles('judging.judge-recused', 'tally')
export class CheckSpreadOfJudgeJob implements Handler {
  constructor(private readonly checkSpread: CheckSpread) {}

  run({ payload }: Work): Promise<void> {
    return this.checkSpread.ofJudge(String(payload['judgeId']));
  }
}
