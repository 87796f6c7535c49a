import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { RuleChange } from './rule-change.entity.js';

/** The register of changes of open rules; row-level security keeps it to the province. */
@Injectable()
export class RuleChangeData {
  /** @throws Refused programmes.change-open while another one waits */
  async add(tx: Tx, change: RuleChange): Promise<void> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(RuleChange)
      .values(change)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw new Refused('programmes.change-open');
  }

  /** A change of this selection, held. @throws Refused programmes.not-found */
  async lock(tx: Tx, programmeId: string, id: string): Promise<RuleChange> {
    const change = await tx.manager
      .createQueryBuilder(RuleChange, 'change')
      .where({ id, programmeId })
      .setLock('for_no_key_update')
      .getOne();
    return found('programmes', change);
  }

  async decide(
    tx: Tx,
    { id }: RuleChange,
    decision: Partial<RuleChange> & Pick<RuleChange, 'state' | 'decidedBy'>,
  ): Promise<void> {
    const { affected } = await tx.manager.update(
      RuleChange,
      { id, state: 'proposed' },
      { ...decision, decidedAt: tx.now },
    );
    if (affected === 0) throw new Refused('programmes.change-decided');
  }

  /** The newest first. */
  ofProgramme(tx: Tx, programmeId: string): Promise<RuleChange[]> {
    return tx.manager.find(RuleChange, {
      where: { programmeId },
      order: { proposedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The confirmed change of a revision: it holds the text of that one and of the next. */
  confirmed(tx: Tx, programmeId: string, baseRevision: number): Promise<RuleChange | null> {
    return tx.manager.findOneBy(RuleChange, { programmeId, baseRevision, state: 'confirmed' });
  }
}
