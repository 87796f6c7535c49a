import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import type { Payload } from '../../platform/pure/payload.js';
import type { LetterKind } from '../rules/letters.js';
import { Letter, type LetterState } from './letter.entity.js';

export type NewLetter = Pick<Letter, 'personId' | 'kind' | 'programmeId' | 'params'>;

export type LetterCount = {
  readonly kind: LetterKind;
  readonly state: LetterState;
  readonly count: number;
};

@Injectable()
export class LetterData {
  /** Enters a letter into the ledger. @returns its id, or null when it stands there already */
  async add(tx: Tx, eventId: string, letter: NewLetter): Promise<string | null> {
    const rows = await tx.manager.query<{ id: string }[]>(
      `insert into notifications.letter (id, event_id, person_id, kind, programme_id, params, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (event_id, person_id, kind) do nothing returning id`,
      [
        randomUUID(),
        eventId,
        letter.personId,
        letter.kind,
        letter.programmeId,
        letter.params as Payload,
        tx.now,
      ],
    );
    return rows[0]?.id ?? null;
  }

  find(tx: Tx, id: string): Promise<Letter> {
    return tx.manager.findOneByOrFail(Letter, { id });
  }

  /** Holds a letter, so that nobody else sends it meanwhile. */
  lock(tx: Tx, id: string): Promise<Letter> {
    return tx.manager
      .createQueryBuilder(Letter, 'letter')
      .where({ id })
      .setLock('for_no_key_update')
      .getOneOrFail();
  }

  async markSent(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(Letter, { id }, { state: 'sent', sentAt: tx.now });
  }

  /** Kept apart from pending, so that an administrator sees which letters the server refuses. */
  async markFailed(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(Letter, { id, state: 'pending' }, { state: 'failed' });
  }

  counts(tx: Tx, programmeId: string): Promise<LetterCount[]> {
    return tx.manager.query<LetterCount[]>(
      `select kind, state, count(*)::int as count from notifications.letter
       where programme_id = $1 group by kind, state order by kind, state`,
      [programmeId],
    );
  }
}
