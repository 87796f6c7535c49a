import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { HandedIn } from '../rules/handed-in.js';
import { Submission } from './entries.entities.js';

/** What was handed in, each time it was. */
@Injectable()
export class SubmissionData {
  /** Numbers follow one another because the entry is locked by whoever hands it in. */
  async add(tx: Tx, entryId: string, content: HandedIn): Promise<void> {
    const number = 1 + (await tx.manager.countBy(Submission, { entryId }));
    const by = tx.actor.personId;
    await tx.manager.insert(Submission, { entryId, number, at: tx.now, by, content });
  }

  /** The last two handings-in, the newest first. */
  lastTwo(tx: Tx, entryId: string): Promise<Submission[]> {
    return tx.manager.find(Submission, { where: { entryId }, order: { number: 'DESC' }, take: 2 });
  }
}
