import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { PlannedExpert } from '../rules/expert-plan.js';
import type { ExpertKind, ExpertState } from '../rules/experts.js';
import { Expert } from './expert.entity.js';

export const expertsPerPage = 100;

/** Which experts are asked for; what is absent does not matter. */
export type ExpertsWanted = {
  readonly search?: string;
  readonly state?: ExpertState;
  readonly kind?: ExpertKind;
  readonly prefectureId?: string;
  /** A category's code: who may judge it. */
  readonly category?: string;
};

/** The pool of experts. Row-level security shows it to those who run selections alone. */
@Injectable()
export class ExpertsData {
  /** By name; those after the expert of this id. */
  page(tx: Tx, wanted: ExpertsWanted, limit: number, after?: string): Promise<Expert[]> {
    const query = this.#wanted(tx, wanted);
    if (after !== undefined)
      query.andWhere(
        '(expert.name, expert.id) > (select name, id from judging.expert where id = :after)',
        { after },
      );
    return query.orderBy('expert.name').addOrderBy('expert.id').limit(limit).getMany();
  }

  count(tx: Tx, wanted: ExpertsWanted): Promise<number> {
    return this.#wanted(tx, wanted).getCount();
  }

  /** Those of the addresses that are in the pool, in small letters. */
  async knownAddresses(tx: Tx, emails: readonly string[]): Promise<Set<string>> {
    const rows = await tx.manager.query<{ email: string }[]>(
      'select lower(email) as email from judging.expert where lower(email) = any($1)',
      [emails.map((email) => email.toLowerCase())],
    );
    return new Set(rows.map(({ email }) => email));
  }

  /** A new expert; of a known address the fields, never whether they may be asked. */
  async put(tx: Tx, { row: _row, standing, ...fields }: PlannedExpert): Promise<void> {
    const kept = {
      ...fields,
      expertise: [...fields.expertise],
      categories: [...fields.categories],
    };
    const values = { ...kept, updatedAt: tx.now };
    if (standing === 'new') {
      const fresh = { id: randomUUID(), state: 'active', reason: null, version: 1 } as const;
      await tx.manager.insert(Expert, { ...values, ...fresh });
      return;
    }
    await tx.manager
      .createQueryBuilder()
      .update(Expert)
      .set({ ...values, version: () => 'version + 1' })
      .where('lower(email) = lower(:email)', { email: fields.email })
      .execute();
  }

  /** Held to the end of the transaction. @throws Refused judging.not-found, platform.changed-since */
  async lockAt(tx: Tx, id: string, seen: number): Promise<Expert> {
    const expert = found(
      'judging',
      await tx.manager.findOne(Expert, { where: { id }, lock: { mode: 'pessimistic_write' } }),
    );
    if (expert.version !== seen) throw new Refused('platform.changed-since');
    return expert;
  }

  async setState(tx: Tx, seen: Expert, state: ExpertState, reason: string): Promise<number> {
    const version = seen.version + 1;
    const kept = state === 'active' ? null : reason;
    const change = { state, reason: kept, version, updatedAt: tx.now };
    await tx.manager.update(Expert, { id: seen.id, version: seen.version }, change);
    return version;
  }

  #wanted(tx: Tx, { search, state, kind, prefectureId, category }: ExpertsWanted) {
    const query = tx.manager.createQueryBuilder(Expert, 'expert').where('true');
    if (search)
      query.andWhere(
        `strpos(lower(concat_ws(' ', expert.name, expert.workplace, expert.title, expert.phone,
           expert.email, array_to_string(expert.expertise, ' '))), lower(:search)) > 0`,
        { search },
      );
    if (state) query.andWhere({ state });
    if (kind) query.andWhere({ kind });
    if (prefectureId) query.andWhere({ prefectureId });
    if (category)
      query.andWhere(`(expert.categories = '{}' or :category = any(expert.categories))`, {
        category,
      });
    return query;
  }
}
