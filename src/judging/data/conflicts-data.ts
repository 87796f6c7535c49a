import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Conflict, ListedEntry } from './judge.entity.js';

/** A conflict as a judge sees their own: by blind code, with the file's word for why. */
export type OwnConflict = { readonly blindCode: string; readonly kind: string };

const perInsert = 500;

/** Who must not score what, and the list that judges declare against. */
@Injectable()
export class ConflictsData {
  /** Adds what is not yet there. */
  async add(tx: Tx, conflicts: readonly Conflict[]): Promise<void> {
    for (let at = 0; at < conflicts.length; at += perInsert)
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Conflict)
        .values(conflicts.slice(at, at + perInsert))
        .orIgnore()
        .execute();
  }

  /** All conflicts with a programme's judges, in a stable order. */
  ofProgramme(tx: Tx, programmeId: string): Promise<Conflict[]> {
    return tx.manager
      .createQueryBuilder(Conflict, 'conflict')
      .where(
        'conflict.judge_id in (select id from judging.judge where programme_id = :programmeId)',
        { programmeId },
      )
      .orderBy('conflict.judge_id')
      .addOrderBy('conflict.entry_id')
      .addOrderBy('conflict.kind')
      .getMany();
  }

  async list(tx: Tx, entries: readonly ListedEntry[]): Promise<void> {
    for (let at = 0; at < entries.length; at += perInsert)
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(ListedEntry)
        .values(entries.slice(at, at + perInsert))
        .orIgnore()
        .execute();
  }

  /** What this judge may declare against, by blind code; row-level security decides. */
  listed(tx: Tx, programmeId: string, categoryId: string): Promise<ListedEntry[]> {
    return tx.manager.find(ListedEntry, {
      where: { programmeId, categoryId },
      order: { blindCode: 'ASC' },
    });
  }

  listedByCode(tx: Tx, programmeId: string, blindCode: string): Promise<ListedEntry | null> {
    return tx.manager.findOneBy(ListedEntry, { programmeId, blindCode });
  }

  /** What a judge declared; what was computed stays unsaid, because it would name the entry's place. */
  declaredBy(tx: Tx, judgeId: string): Promise<Conflict[]> {
    return tx.manager.find(Conflict, {
      where: { judgeId, source: 'declared' },
      order: { at: 'ASC', id: 'ASC' },
    });
  }
}
