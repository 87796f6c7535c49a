import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { type LetterCount, LetterData } from '../data/letter-data.js';

export type { LetterCount };

@Injectable()
export class CountLetters {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly letters: LetterData,
  ) {}

  /** A programme's letters by kind and state. */
  run(actor: Actor, programmeId: string): Promise<LetterCount[]> {
    return this.database.transaction(actor, async (tx) => {
      const { id } = await this.programmes.find(tx, programmeId);
      return this.letters.counts(tx, id);
    });
  }
}
