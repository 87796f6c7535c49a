import { Injectable } from '@nestjs/common';
import { Judging } from '../../judging/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { WriteLetters } from './write-letters.js';

@Injectable()
export class TellJudges {
  constructor(
    private readonly database: Database,
    private readonly judging: Judging,
    private readonly writeLetters: WriteLetters,
  ) {}

  /** Asks a person whether they will judge. */
  invited(eventId: string, judgeId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { personId, programmeId, categoryId } = await this.judging.judge(tx, judgeId);
      const params = { role: 'judge', categoryId };
      await this.writeLetters.run(tx, eventId, [
        { personId, kind: 'judge-invited', programmeId, params },
      ]);
    });
  }

  /** Tells every judge who accepted that they may score. */
  opened(eventId: string, roundId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { programmeId } = await this.judging.round(tx, roundId);
      const people = await this.judging.judgePersonIds(tx, programmeId);
      const params = { role: 'judge', roundId };
      const letters = people.map(
        (personId) => ({ personId, kind: 'round-opened', programmeId, params }) as const,
      );
      await this.writeLetters.run(tx, eventId, letters);
    });
  }

  /** Tells a judge that a sheet of theirs is open again. */
  unlocked(eventId: string, roundId: string, judgeId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { personId, programmeId } = await this.judging.judge(tx, judgeId);
      const params = { role: 'judge', roundId };
      await this.writeLetters.run(tx, eventId, [
        { personId, kind: 'sheet-unlocked', programmeId, params },
      ]);
    });
  }

  /** Tells those whom an entry with judges far apart concerns, without a word of the entry. */
  spread(eventId: string, spreadId: string, kind: SpreadLetter, roundId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const { programmeId, personIds } = await this.judging.spreadPeople(
        tx,
        spreadId,
        readers[kind],
      );
      const params = { role: 'judge', roundId };
      const letters = personIds.map((personId) => ({ personId, kind, programmeId, params }));
      await this.writeLetters.run(tx, eventId, letters);
    });
  }
}

const readers = {
  'second-look': 'panel',
  'sheet-added': 'extra',
  'spread-undecided': 'chair',
} as const;
export type SpreadLetter = keyof typeof readers;
