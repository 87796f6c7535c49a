import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must } from '../../platform/refusal/refused.js';
import { JudgesData } from '../data/judges-data.js';
import type { MaterialProblem } from '../data/material-problem.entity.js';
import { MaterialProblemsData } from '../data/material-problems-data.js';
import { RoundsData } from '../data/rounds-data.js';
import { SheetsData } from '../data/sheets-data.js';
import { type ProblemKind, reportProblem } from '../rules/material-problems.js';

export type OwnProblem = MaterialProblem;

@Injectable()
export class ReportProblem {
  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsData,
    private readonly sheets: SheetsData,
    private readonly judges: JudgesData,
    private readonly problems: MaterialProblemsData,
    private readonly events: Events,
  ) {}

  /** A judge says that something is wrong with what they were given to read. @returns its id */
  run(
    actor: Actor,
    sheetId: string,
    { kind, note }: { readonly kind: ProblemKind; readonly note: string },
  ): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const sheet = await this.sheets.lockOwn(tx, sheetId);
      const round = await this.rounds.find(tx, sheet.roundId);
      const open = (await this.problems.ofSheet(tx, sheetId)).filter(
        ({ state }) => state === 'open',
      );
      must('judging', reportProblem(sheet, round, open.length));
      const { code } = await this.judges.find(tx, sheet.judgeId);
      const id = randomUUID();
      await this.problems.add(tx, {
        ...{ id, sheetId, kind, note, entryId: sheet.entryId, programmeId: round.programmeId },
        ...{ personId: actor.personId ?? '', judgeCode: code, state: 'open', version: 1 },
        ...{ reportedAt: tx.now, answer: null, settledBy: null, settledAt: null },
      });
      const { entryId, judgeId } = sheet;
      const about = { problemId: id, entryId, judgeId, kind };
      await this.events.record(tx, 'judging.problem-reported', about);
      return id;
    });
  }

  /** What the judge reported of a sheet of theirs, with the answers. @throws Refused judging.not-found */
  own(actor: Actor, sheetId: string): Promise<OwnProblem[]> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.sheets.own(tx, sheetId);
      return this.problems.ofSheet(tx, id);
    });
  }
}
