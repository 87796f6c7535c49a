import type { Tx } from '../../platform/database/tx.js';
import type { TallyData } from '../data/tally-data.js';
import type { TallyRun, Verification } from '../data/tally.entities.js';
import type { JudgedRun } from '../rules/verification.js';

/** A run with all that decides whether it may be confirmed or rejected. */
export async function judgedRun(
  tallies: TallyData,
  tx: Tx,
  run: TallyRun,
  verifications: readonly Verification[],
): Promise<JudgedRun> {
  return {
    state: run.state,
    isNewest: await tallies.isNewest(tx, run),
    unresolved: run.unresolved,
    confirmedBy: verifications
      .filter(({ decision }) => decision === 'confirm')
      .map(({ personId }) => personId),
  };
}
