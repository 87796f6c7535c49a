import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { LetterData, type NewLetter } from '../data/letter-data.js';

/** Enters letters into the ledger; each new one becomes a job of its own. */
@Injectable()
export class WriteLetters {
  constructor(
    private readonly letters: LetterData,
    private readonly events: Events,
  ) {}

  /**
   * Writes each letter once however often it is asked. Written in the order of random ids, so that
   * neither the ledger nor the post tells anything by its order.
   */
  async run(tx: Tx, eventId: string, letters: readonly NewLetter[]): Promise<void> {
    for (const letter of [...letters].sort((a, b) => (a.personId < b.personId ? -1 : 1))) {
      const letterId = await this.letters.add(tx, eventId, letter);
      if (letterId !== null)
        await this.events.record(tx, 'notifications.letter-written', { letterId });
    }
  }
}
