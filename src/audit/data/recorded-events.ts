import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Payload } from '../../platform/pure/payload.js';
import { Events } from '../public-api.js';
import { AuditLine } from './audit-line.entity.js';

@Injectable()
export class RecordedEvents extends Events {
  constructor(private readonly outbox: Outbox) {
    super();
  }

  async record(tx: Tx, name: string, payload: Payload): Promise<string> {
    const { personId, organisationId, role } = tx.actor;
    await tx.manager.insert(AuditLine, {
      id: randomUUID(),
      at: tx.now,
      personId,
      organisationId,
      role,
      event: name,
      payload,
    });
    return this.outbox.put(tx, name, payload);
  }
}
