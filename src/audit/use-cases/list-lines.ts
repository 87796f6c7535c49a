import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { AuditLine } from '../data/audit-line.entity.js';

export const linesPerPage = 100;

export type WantedLines = {
  /** The id of the last line seen. */
  readonly before?: string;
  /** Parts of event codes, of which a line's event holds one; all lines when absent. */
  readonly events?: readonly string[];
};

@Injectable()
export class ListLines {
  constructor(private readonly database: Database) {}

  /** The newest lines first. */
  run(actor: Actor, { before, events }: WantedLines): Promise<AuditLine[]> {
    return this.database.transaction(actor, (tx) => {
      const query = tx.manager
        .createQueryBuilder(AuditLine, 'line')
        .orderBy('line.at', 'DESC')
        .addOrderBy('line.id', 'DESC')
        .limit(linesPerPage);
      if (before !== undefined)
        query.andWhere(
          '(line.at, line.id) < (select seen.at, seen.id from audit.line seen where seen.id = :before)',
          { before },
        );
      if (events !== undefined)
        query.andWhere(
          'exists (select from unnest(:events::text[]) part where strpos(line.event, part) > 0)',
          { events },
        );
      return query.getMany();
    });
  }
}
