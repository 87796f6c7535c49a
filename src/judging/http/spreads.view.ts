import { permits } from '../../platform/pure/decision.js';
import { spreadStates } from '../rules/spread.js';
import type { ChairCase } from '../use-cases/chair-desk.js';
import type { RoundSpreads, SpreadRow } from '../use-cases/list-spreads.js';
import { BlindSectionView } from './sheet.view.js';

/** A case before the chair. */
export class ChairCaseView {
  id: string;
  roundId: string;
  blindCode: string;
  title: string;
  abstract: string;
  sections: BlindSectionView[];
  /** undecided or decided. */
  state: string;
  /** Hundredths, ascending: of the panel, after its second look. No judge is named. */
  totals: number[];
  /** Hundredths, of the extra judge; null where nobody could be called. */
  extraTotal: number | null;
  /** The chair's own decision, hundredths. */
  value: number | null;
  reason: string | null;
  /** For `If-Match`. */
  version: number;
  /** decide. */
  actions: string[];
}

export class SpreadCountView {
  /** rechecking, agreed, arbitrating, settled, undecided or decided. */
  state: string;
  count: number;
}

/** An entry whose judges were far apart, told when the round is closed. */
export class SpreadRowView {
  id: string;
  caseNo: string;
  title: string;
  state: string;
  /** Hundredths, ascending: as first signed, and after the second look. */
  firstTotals: number[];
  totals: number[];
  extraTotal: number | null;
  /** The final value as a sum of totals over their number; null where the method's value stands. */
  settledSum: number | null;
  settledCount: number | null;
  /** How many of its judges kept, changed, or did not answer. */
  kept: number;
  changed: number;
  lapsed: number;
  /** Empty where no chair had to decide. */
  decider: string;
  reason: string | null;
}

export class RoundSpreadsView {
  counts: SpreadCountView[];
  /** Empty before the round is closed. */
  cases: SpreadRowView[];
}

export class SpreadDecidedView {
  version: number;
}

export const chairCaseView = ({ spread, figures, copy }: ChairCase): ChairCaseView => ({
  id: spread.id,
  roundId: spread.roundId,
  blindCode: copy.blindCode,
  title: copy.title,
  abstract: copy.abstract,
  sections: copy.sections.map(({ key, heading, html }) => ({ key, heading, html })),
  state: spread.state,
  totals: figures.totals,
  extraTotal: figures.extraTotal,
  value: spread.state === 'decided' ? figures.settledSum : null,
  reason: spread.reason,
  version: spread.version,
  actions: permits(spreadStates, spread.state, 'decide') ? ['decide'] : [],
});

const noFigures = {
  ...{ firstTotals: [], totals: [], extraTotal: null, settledSum: null, settledCount: null },
};

const spreadRowView = ({ spread, figures, looks, ...row }: SpreadRow): SpreadRowView => {
  const { firstTotals, totals, extraTotal, settledSum, settledCount } = figures ?? noFigures;
  const answered = (state: string): number => looks.filter((look) => look.state === state).length;
  return {
    ...{ id: spread.id, state: spread.state, reason: spread.reason },
    ...{ caseNo: row.caseNo, title: row.title, decider: row.decider },
    ...{ firstTotals, totals, extraTotal, settledSum, settledCount },
    kept: answered('kept'),
    changed: answered('changed'),
    lapsed: answered('lapsed'),
  };
};

export const roundSpreadsView = ({ counts, rows }: RoundSpreads): RoundSpreadsView => ({
  counts: [...counts].map(([state, count]) => ({ state, count })),
  cases: rows.map(spreadRowView),
});
