import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Actor } from '../../platform/database/tx.js';
import { readRows, type ReadRow } from '../../platform/documents/read-workbook.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { InvitationPlan, Invitee } from '../rules/invitation-plan.js';
import { InviteBelow, type Invited } from './invite-below.js';
import { invitationColumns } from './people-below.js';

const mostRows = 1_000;

/** Invitations out of a sheet. Rows in which only the organisation stands are left out. */
@Injectable()
export class ImportBelow {
  constructor(private readonly invite: InviteBelow) {}

  async preview(actor: Actor, sent: Readable): Promise<InvitationPlan> {
    return this.invite.preview(actor, await invitees(sent));
  }

  /** Everybody is told by a letter. @throws Refused identity.invitations-wrong with every fault */
  async run(actor: Actor, sent: Readable): Promise<Invited[]> {
    return this.invite.run(actor, await invitees(sent), false);
  }
}

async function invitees(sent: Readable): Promise<Invitee[]> {
  const [head, ...rows] = await readRows(sent, mostRows);
  const headings = head?.cells ?? [];
  const { phone: _phone, ...needed } = invitationColumns;
  const missing = Object.values(needed).filter((heading) => !headings.includes(heading));
  if (missing.length > 0) throw new Refused('platform.sheet-columns', { missing });
  const found = rows
    .map((row) => inviteeOf(row, headings))
    .filter(({ name, email, phone }) => name !== '' || email !== '' || phone !== '');
  if (found.length === 0) throw new Refused('platform.sheet-empty');
  return found;
}

function inviteeOf({ number, cells }: ReadRow, headings: readonly string[]): Invitee {
  const cell = (heading: string): string => cells[headings.indexOf(heading)] ?? '';
  return {
    row: number,
    name: cell(invitationColumns.name),
    email: cell(invitationColumns.email),
    phone: cell(invitationColumns.phone),
    organisation: cell(invitationColumns.organisation),
  };
}
