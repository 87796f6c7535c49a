import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import type { SelectionConfig } from '../rules/config.js';
import { Category, QuotaPlaces } from './programmes.entities.js';

/** Further than any list of categories reaches. */
const outOfTheWay = 1000;

/** The categories of a draft, which follow its rules. A category is known by its code. */
@Injectable()
export class CategoryData {
  /** The categories that the rules no longer name, with the places they hold. */
  async leaving(
    tx: Tx,
    programmeId: string,
    wanted: SelectionConfig['categories'],
  ): Promise<{ readonly code: string; readonly name: string; readonly places: number }[]> {
    return tx.manager.query(
      `select category.code, category.name, coalesce(sum(quota.places), 0)::int as places
       from programmes.category category
       left join programmes.quota quota on quota.category_id = category.id
       where category.programme_id = $1 and not category.code = any($2)
       group by category.id order by category.position`,
      [programmeId, wanted.map(({ code }) => code)],
    );
  }

  /** Adds, renames, reorders and removes; with a category go its places. */
  async follow(tx: Tx, programmeId: string, wanted: SelectionConfig['categories']): Promise<void> {
    const present = await tx.manager.findBy(Category, { programmeId });
    const codes = new Set(wanted.map(({ code }) => code));
    await this.#remove(
      tx,
      programmeId,
      present.filter(({ code }) => !codes.has(code)).map(({ id }) => id),
    );
    await tx.manager.query(
      'update programmes.category set position = position + $2 where programme_id = $1',
      [programmeId, outOfTheWay],
    );
    for (const [index, { code, name, rubricKey }] of wanted.entries()) {
      const row = { name, rubricKey, position: index + 1 };
      const known = present.find((category) => category.code === code);
      if (known) await tx.manager.update(Category, { id: known.id }, row);
      else await tx.manager.insert(Category, { id: randomUUID(), programmeId, code, ...row });
    }
  }

  async #remove(tx: Tx, programmeId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.manager.delete(QuotaPlaces, { programmeId, categoryId: In([...ids]) });
    await tx.manager.delete(Category, { programmeId, id: In([...ids]) });
  }
}
