import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Payload } from '../../platform/pure/payload.js';
import { Events } from '../public-api.js';

@Injectable()
export class RecordedEvents extends Events {
  constructor(private readonly outbox: Outbox) {
    super();
  }

  async record(tx: Tx, name: string, payload: Payload): Promise<string> {
    const { personId, organisationId, role } = tx.actor;
    await tx.manager.query(
      `insert into audit.line (id, at, person_id, organisation_id, role, event, payload)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [randomUUID(), tx.now, personId, organisationId, role, name, payload],
    );
    return this.outbox.put(tx, name, payload);
  }
}
