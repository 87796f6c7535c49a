import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** One recommending unit's figures in a programme. */
export type UnitFigures = {
  readonly unitId: string;
  readonly recommended: number;
  readonly accepted: number;
  readonly selected: number;
  /** Mean of the results of the accepted entries, such as `86.33`; null before the tally. */
  readonly meanScore: string | null;
};

/** Reads what the owning modules publish as views, and nothing else. */
const figures = `select entry.prefecture_id as "unitId",
    count(*) filter (where entry.state in ('recommended', 'correcting', 'accepted', 'rejected'))::int as recommended,
    count(*) filter (where entry.state = 'accepted')::int as accepted,
    count(*) filter (where result.selected)::int as selected,
    round(avg(result.score) filter (where entry.state = 'accepted'), 2)::text as "meanScore"
  from entries.reporting_entry entry
  left join tally.reporting_result result
    on result.programme_id = entry.programme_id and result.entry_id = entry.entry_id
  where entry.programme_id = $1 group by entry.prefecture_id`;

@Injectable()
export class UnitFiguresData {
  /** By recommending unit; a unit without entries has no row. */
  async ofProgramme(tx: Tx, programmeId: string): Promise<Map<string, UnitFigures>> {
    const rows = await tx.manager.query<UnitFigures[]>(figures, [programmeId]);
    return new Map(rows.map((row) => [row.unitId, row]));
  }
}
