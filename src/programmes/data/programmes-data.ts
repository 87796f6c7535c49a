import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Events } from '../../audit/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { step } from '../../platform/pure/decision.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../public-api.js';
import {
  type ProgrammeAction,
  type ProgrammeState,
  programmeStates,
} from '../rules/programme-states.js';
import type { PlacedQuota } from '../rules/quota-table.js';
import { seesDrafts } from '../rules/visibility.js';
import type { Windows } from '../rules/windows.js';
import { Category, Programme, QuotaPlaces } from './programmes.entities.js';

const module = 'programmes';

/** What other modules learn of a selection, and how they move it along. */
@Injectable()
export class ProgrammesData extends Programmes {
  constructor(private readonly events: Events) {
    super();
  }

  async find(tx: Tx, programmeId: string): Promise<ProgrammeFacts> {
    return this.#facts(tx, await this.visible(tx, programmeId));
  }

  async lock(tx: Tx, programmeId: string): Promise<ProgrammeFacts> {
    return this.#facts(tx, await this.locked(tx, programmeId));
  }

  async lockQuota(
    tx: Tx,
    programmeId: string,
    categoryId: string,
    unitId: string,
  ): Promise<{ readonly places: number }> {
    const quota = await tx.manager
      .createQueryBuilder(QuotaPlaces, 'quota')
      .where({ programmeId, categoryId, unitId })
      .setLock('pessimistic_write')
      .getOne();
    return { places: quota?.places ?? 0 };
  }

  quotas(
    tx: Tx,
    programmeId: string,
  ): Promise<{ readonly unitId: string; readonly categoryId: string; readonly places: number }[]> {
    return tx.manager.query(
      `select quota.unit_id as "unitId", quota.category_id as "categoryId", quota.places
       from programmes.quota quota join programmes.category category on category.id = quota.category_id
       where quota.programme_id = $1 order by quota.unit_id, category.position`,
      [programmeId],
    );
  }

  /** The places of these units only, in the order of the units and of the categories. */
  quotasOf(tx: Tx, programmeId: string, unitIds: readonly string[]): Promise<PlacedQuota[]> {
    return tx.manager.query(
      `select quota.unit_id as "unitId", quota.category_id as "categoryId", quota.places
       from unnest($2::uuid[]) with ordinality as asked (unit_id, rank)
         join programmes.quota quota using (unit_id)
         join programmes.category category on category.id = quota.category_id
       where quota.programme_id = $1 order by asked.rank, category.position`,
      [programmeId, unitIds],
    );
  }

  async advance(tx: Tx, programmeId: string, action: ProgrammeAction): Promise<ProgrammeState> {
    const programme = await this.locked(tx, programmeId);
    const state = must(module, step(programmeStates, programme.state, action));
    await this.change(tx, programme, { state });
    const moved = { programmeId, action, from: programme.state, to: state };
    await this.events.record(tx, 'programmes.advanced', moved);
    return state;
  }

  /** The row, if the actor may see it. @throws Refused programmes.not-found */
  async visible(tx: Tx, id: string): Promise<Programme> {
    return found(module, await this.#reach(tx, id).getOne());
  }

  /** As `visible`, held to the end of the transaction; entries that refer to it may still be added. */
  async locked(tx: Tx, id: string): Promise<Programme> {
    return found(module, await this.#reach(tx, id).setLock('for_no_key_update').getOne());
  }

  /** As `locked`, for who decided on the version they saw. @throws Refused platform.changed-since */
  async lockedAt(tx: Tx, id: string, seen: number): Promise<Programme> {
    const programme = await this.locked(tx, id);
    if (programme.version !== seen) throw new Refused('platform.changed-since');
    return programme;
  }

  /** Writes a change and counts the version up. @returns the new version */
  async change(tx: Tx, seen: Programme, change: Partial<Programme>): Promise<number> {
    const version = seen.version + 1;
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Programme)
      .set({ ...change, version })
      .where({ id: seen.id, version: seen.version })
      .execute();
    if (affected === 0) throw new Refused('platform.changed-since');
    return version;
  }

  /** @throws Refused programmes.slug-taken */
  async add(tx: Tx, programme: Programme, categories: readonly Category[]): Promise<void> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Programme)
      .values(programme)
      .orIgnore()
      .returning('id')
      .execute();
    if ((raw as unknown[]).length === 0) throw new Refused('programmes.slug-taken');
    await tx.manager.insert(Category, [...categories]);
  }

  /** The newest first, at most `limit` of those made before `after`. */
  newest(tx: Tx, after: string | undefined, limit: number): Promise<Programme[]> {
    const query = this.#reach(tx)
      .orderBy({ 'programme.createdAt': 'DESC', 'programme.id': 'DESC' })
      .limit(limit);
    if (after !== undefined)
      query.andWhere(
        `(programme.created_at, programme.id) < (select made.created_at, made.id
           from programmes.programme made where made.id = :after)`,
        { after },
      );
    return query.getMany();
  }

  /** The whole table of places instead of the one before. */
  async replaceQuotas(tx: Tx, programmeId: string, quotas: readonly PlacedQuota[]): Promise<void> {
    await tx.manager.delete(QuotaPlaces, { programmeId });
    const rows = quotas.map((quota) => ({ programmeId, ...quota }));
    if (rows.length > 0) await tx.manager.insert(QuotaPlaces, rows);
  }

  categories(tx: Tx, programmeId: string): Promise<Category[]> {
    return tx.manager.find(Category, { where: { programmeId }, order: { position: 'ASC' } });
  }

  #reach(tx: Tx, id?: string): SelectQueryBuilder<Programme> {
    const query = tx.manager.createQueryBuilder(Programme, 'programme').where(id ? { id } : {});
    return seesDrafts(tx.actor.role) ? query : query.andWhere(`programme.state <> 'draft'`);
  }

  async #facts(tx: Tx, programme: Programme): Promise<ProgrammeFacts> {
    const { id, slug, name, year, state, version, config } = programme;
    const categories = await this.categories(tx, id);
    const windows = windowsOf(programme);
    return { id, slug, name, year, state, version, config, categories, windows };
  }
}

export const windowsOf = (programme: Programme): ProgrammeFacts['windows'] => ({
  submission: { opensAt: programme.submissionOpensAt, closesAt: programme.submissionClosesAt },
  recommendation: {
    opensAt: programme.recommendationOpensAt,
    closesAt: programme.recommendationClosesAt,
  },
  judging: { opensAt: programme.judgingOpensAt, closesAt: programme.judgingClosesAt },
});

export const windowColumns = ({ submission, recommendation, judging }: Windows) => ({
  submissionOpensAt: submission.opensAt,
  submissionClosesAt: submission.closesAt,
  recommendationOpensAt: recommendation.opensAt,
  recommendationClosesAt: recommendation.closesAt,
  judgingOpensAt: judging.opensAt,
  judgingClosesAt: judging.closesAt,
});
