import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { CheckActs, type Rejection } from './check-acts.js';
import { CheckDesk } from './check-desk.js';
import type { Changed } from './entry-facts.js';

/** The province decides on a recommended entry. */
@Injectable()
export class DecideFormalCheck {
  constructor(
    private readonly database: Database,
    private readonly desk: CheckDesk,
    private readonly acts: CheckActs,
  ) {}

  /** @param confirmsOpen that everything only a person can tell is as it should be */
  accept(actor: Actor, entryId: string, confirmsOpen: boolean, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) => {
      const { lines, ...selected } = await this.desk.open(tx, entryId, seen);
      return this.acts.accept(tx, selected, lines, confirmsOpen);
    });
  }

  reject(actor: Actor, entryId: string, rejection: Rejection, seen: number): Promise<Changed> {
    return this.database.transaction(actor, async (tx) =>
      this.acts.reject(tx, await this.desk.lock(tx, entryId, seen), rejection),
    );
  }
}
