import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { AuditLine } from '../data/audit-line.entity.js';

export const linesPerPage = 100;

@Injectable()
export class ListLines {
  constructor(private readonly database: Database) {}

  /** The newest lines first. @param before the id of the last line seen */
  run(actor: Actor, before: string | undefined): Promise<AuditLine[]> {
    return this.database.transaction(actor, (tx) => {
      const query = tx.manager
        .createQueryBuilder(AuditLine, 'line')
        .orderBy('line.at', 'DESC')
        .addOrderBy('line.id', 'DESC')
        .limit(linesPerPage);
      if (before !== undefined)
        query.where(
          '(line.at, line.id) < (select seen.at, seen.id from audit.line seen where seen.id = :before)',
          { before },
        );
      return query.getMany();
    });
  }
}
