import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { type Mail, Mailer } from '../../platform/mail/mailer.js';
import { LetterData } from '../data/letter-data.js';
import { ComposeLetter } from './compose-letter.js';

@Injectable()
export class SendLetter {
  constructor(
    private readonly database: Database,
    private readonly letters: LetterData,
    private readonly composeLetter: ComposeLetter,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Sends a letter once. The row is held while the server takes the message, so that two runs of
   * the same job cannot both send it; one message id for all attempts shows a repetition.
   */
  async run(letterId: string): Promise<void> {
    const letter = await this.database.transaction(systemActor, (tx) =>
      this.letters.find(tx, letterId),
    );
    if (letter.state === 'sent') return;
    const mail = await this.composeLetter.run(letter);
    try {
      await this.#send(letterId, mail);
    } catch (error) {
      await this.database.transaction(systemActor, (tx) => this.letters.markFailed(tx, letterId));
      throw error;
    }
  }

  #send(letterId: string, mail: Mail): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const letter = await this.letters.lock(tx, letterId);
      if (letter.state === 'sent') return;
      await this.mailer.send(mail, tx);
      await this.letters.markSent(tx, letterId);
    });
  }
}
