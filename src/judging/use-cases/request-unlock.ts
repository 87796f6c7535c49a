import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Entries } from '../../entries/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { JudgesData } from '../data/judges-data.js';
import { RoundsData } from '../data/rounds-data.js';
import { UnlocksData } from '../data/unlocks-data.js';
import { requestUnlock } from '../rules/unlocking.js';

export type AskedUnlock = {
  readonly caseNo: string;
  readonly judgeId: string;
  readonly reason: string;
};

@Injectable()
export class RequestUnlock {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly judges: JudgesData,
    private readonly rounds: RoundsData,
    private readonly unlocks: UnlocksData,
    private readonly events: Events,
  ) {}

  /** An administrator asks that a signed sheet be opened again; another one has to confirm. @returns its id */
  run(actor: Actor, roundId: string, { caseNo, judgeId, reason }: AskedUnlock): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const round = await this.rounds.share(tx, roundId);
      const judge = await this.judges.find(tx, judgeId);
      const accepted = await this.entries.accepted(tx, round.programmeId);
      const entry = accepted.find((one) => one.caseNo === caseNo);
      if (entry === undefined) throw new Refused('judging.unknown-case-nos', { caseNos: [caseNo] });
      const sheets = await this.rounds.sheets(tx, roundId);
      const sheet = sheets.find((one) => one.entryId === entry.id && one.judgeId === judge.id);
      must('judging', requestUnlock(round, sheet ?? { state: 'void' }));
      const { id: sheetId } = found('judging', sheet ?? null);
      const id = randomUUID();
      const about = { roundId, sheetId, entryId: entry.id, judgeId, reason };
      await this.unlocks.request(tx, {
        ...{ id, ...about, judgeCode: judge.code, state: 'requested', version: 1 },
        ...{ requestedBy: actor.personId ?? '', requestedAt: tx.now },
        ...{ decidedBy: null, decidedAt: null },
      });
      await this.events.record(tx, 'judging.unlock-requested', { unlockId: id, ...about });
      return id;
    });
  }
}
