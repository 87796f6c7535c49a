import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { Unlock } from './unlock.entity.js';

/** The totals of an unlocked sheet: null where this reader may not know them, or there is none. */
export type SignedTotals = { readonly before: number | null; readonly after: number | null };

const keep = `insert into judging.earlier_signature
    (sheet_id, version, signed_at, reopened_at, reopened_by, unlock_id, content)
  select sheet.id, sheet.version, sheet.signed_at, $2, $3, $4, jsonb_build_object(
    'scores', (select jsonb_object_agg(criterion_key, value) from judging.score where sheet_id = sheet.id),
    'comment', opinion.comment, 'recommendation', opinion.recommendation, 'total', opinion.total)
  from judging.score_sheet sheet join judging.opinion opinion on opinion.sheet_id = sheet.id
  where sheet.id = $1 and sheet.state = 'signed'`;

const totals = `select earlier.unlock_id as id, (earlier.content->>'total')::int as before,
    (select opinion.total from judging.opinion opinion where opinion.sheet_id = sheet.id
      and sheet.state = 'signed') as after
  from judging.earlier_signature earlier join judging.score_sheet sheet on sheet.id = earlier.sheet_id
  where earlier.unlock_id = any ($1::uuid[])`;

/** Signed sheets that are opened again, and what they said before. */
@Injectable()
export class UnlocksData {
  /** The newest first. */
  list(tx: Tx, roundId?: string): Promise<Unlock[]> {
    return tx.manager.find(Unlock, {
      where: roundId === undefined ? {} : { roundId },
      order: { requestedAt: 'DESC', id: 'ASC' },
    });
  }

  /** Asks for one. @throws Refused judging.unlock-pending when the sheet has one that waits */
  async request(tx: Tx, unlock: Unlock): Promise<void> {
    const { sheetId } = unlock;
    if (await tx.manager.existsBy(Unlock, { sheetId, state: 'requested' }))
      throw new Refused('judging.unlock-pending');
    await tx.manager.insert(Unlock, unlock);
  }

  /** Holds one for who decided on the version they saw. @throws Refused judging.not-found, platform.changed-since */
  async lockAt(tx: Tx, id: string, seen: number): Promise<Unlock> {
    const query = tx.manager.createQueryBuilder(Unlock, 'unlock').where({ id });
    const unlock = found('judging', await query.setLock('pessimistic_write').getOne());
    if (unlock.version !== seen) throw new Refused('platform.changed-since');
    return unlock;
  }

  /** Writes a decision. @returns the new version */
  async decide(tx: Tx, { id, version }: Unlock, state: Unlock['state']): Promise<number> {
    const decided = { decidedBy: tx.actor.personId, decidedAt: tx.now };
    await tx.manager.update(Unlock, { id, version }, { state, version: version + 1, ...decided });
    return version + 1;
  }

  /** Keeps what a signed sheet says, before it is opened again. */
  async keepSignature(tx: Tx, sheetId: string, unlockId: string | null): Promise<void> {
    await tx.manager.query(keep, [sheetId, tx.now, tx.actor.personId, unlockId]);
  }

  /** Totals by unlock id, as far as row-level security tells them. */
  async totals(tx: Tx, unlockIds: readonly string[]): Promise<Map<string, SignedTotals>> {
    const rows = await tx.manager.query<(SignedTotals & { id: string })[]>(totals, [unlockIds]);
    return new Map(rows.map(({ id, before, after }) => [id, { before, after }]));
  }
}
