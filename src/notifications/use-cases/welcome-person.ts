import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { WriteLetters } from './write-letters.js';

@Injectable()
export class WelcomePerson {
  constructor(
    private readonly database: Database,
    private readonly writeLetters: WriteLetters,
  ) {}

  /** Tells a new person how to sign in. */
  run(eventId: string, personId: string): Promise<void> {
    return this.database.transaction(systemActor, (tx) =>
      this.writeLetters.run(tx, eventId, [
        { personId, kind: 'invitation', programmeId: null, params: {} },
      ]),
    );
  }
}
