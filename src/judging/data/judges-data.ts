import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import { Judge } from './judge.entity.js';

export const judgesPerPage = 100;

/** Judges by the questions asked of them. Row-level security shows a judge their own rows only. */
@Injectable()
export class JudgesData {
  /** @throws Refused judging.not-found */
  async lock(tx: Tx, id: string): Promise<Judge> {
    return found(
      'judging',
      await this.#reach(tx).andWhere({ id }).setLock('pessimistic_write').getOne(),
    );
  }

  /** As `lock`, for who decided on the version they saw. @throws Refused platform.changed-since */
  async lockAt(tx: Tx, id: string, seen: number): Promise<Judge> {
    const judge = await this.lock(tx, id);
    if (judge.version !== seen) throw new Refused('platform.changed-since');
    return judge;
  }

  /** @throws Refused judging.not-found */
  async find(tx: Tx, id: string): Promise<Judge> {
    return found('judging', await this.#reach(tx).andWhere({ id }).getOne());
  }

  /** A page of a programme's judges by code. @param after the last code seen */
  page(tx: Tx, programmeId: string, after: string): Promise<Judge[]> {
    return this.#reach(tx)
      .andWhere({ programmeId })
      .andWhere('judge.code > :after', { after })
      .orderBy('judge.code')
      .limit(judgesPerPage)
      .getMany();
  }

  ofProgramme(tx: Tx, programmeId: string): Promise<Judge[]> {
    return this.#reach(tx).andWhere({ programmeId }).orderBy('judge.code').getMany();
  }

  /** As `ofProgramme`, held, so that nobody leaves while an assignment is made. */
  lockOfProgramme(tx: Tx, programmeId: string): Promise<Judge[]> {
    return this.#reach(tx)
      .andWhere({ programmeId })
      .orderBy('judge.code')
      .setLock('pessimistic_read')
      .getMany();
  }

  /** The actor's own, the newest invitation first. */
  own(tx: Tx): Promise<Judge[]> {
    return tx.manager.find(Judge, {
      where: { personId: tx.actor.personId ?? '' },
      order: { invitedAt: 'DESC', id: 'ASC' },
    });
  }

  /** The actor's own accepted row in a programme. @throws Refused judging.not-found */
  async ownAccepted(tx: Tx, programmeId: string): Promise<Judge> {
    const personId = tx.actor.personId ?? '';
    const judge = await tx.manager.findOneBy(Judge, { programmeId, personId, state: 'accepted' });
    return found('judging', judge);
  }

  /** Takes the chair of a category from whoever has it. */
  async clearChair(tx: Tx, programmeId: string, categoryId: string): Promise<void> {
    await tx.manager.update(
      Judge,
      { programmeId, categoryId, isChair: true },
      { isChair: false, version: () => 'version + 1' },
    );
  }

  async insert(tx: Tx, judge: Judge): Promise<void> {
    await tx.manager.insert(Judge, judge);
  }

  /** Writes a change and counts the version up. @returns the new version */
  async change(tx: Tx, seen: Judge, change: Partial<Judge>): Promise<number> {
    const version = seen.version + 1;
    const { affected } = await tx.manager.update(
      Judge,
      { id: seen.id, version: seen.version },
      { ...change, version },
    );
    if (affected === 0) throw new Refused('platform.changed-since');
    return version;
  }

  /** Those who run the selection reach all judges, a judge themselves. */
  #reach(tx: Tx) {
    return tx.manager
      .createQueryBuilder(Judge, 'judge')
      .where(tx.actor.role === 'judge' ? { personId: tx.actor.personId ?? '' } : 'true');
  }
}
