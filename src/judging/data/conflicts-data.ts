import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found, Refused } from '../../platform/refusal/refused.js';
import type { ConflictKind, ConflictSource, ConflictState } from '../rules/conflict-kinds.js';
import { bindingStates } from '../rules/conflict-states.js';
import { Conflict, Judge, ListedEntry } from './judge.entity.js';

/** A conflict as a judge sees their own: by blind code, with the file's word for why. */
export type OwnConflict = { readonly blindCode: string; readonly kind: string };

/** In SQL, whether a conflict keeps the judge of `sheet` from its entry. */
export const sheetHasConflict = (states: readonly ConflictState[]): string =>
  `exists (select from judging.conflict conflict
    where conflict.judge_id = sheet.judge_id and conflict.entry_id = sheet.entry_id
      and conflict.state in (${states.map((state) => `'${state}'`).join(', ')}))`;

const perInsert = 500;
export const conflictsPerPage = 100;

/** What a list of conflicts is narrowed to; absent members narrow nothing. */
export type ConflictFilter = {
  readonly state?: ConflictState;
  readonly source?: ConflictSource;
  readonly judgeId?: string;
  /** The id of the last row seen. */
  readonly after?: string;
};

/** Who must not score what, and the list that judges declare against. */
@Injectable()
export class ConflictsData {
  /** Adds what is not yet there. @returns how many that were */
  async add(tx: Tx, conflicts: readonly Conflict[]): Promise<number> {
    let added = 0;
    for (let at = 0; at < conflicts.length; at += perInsert) {
      const { raw } = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Conflict)
        .values(conflicts.slice(at, at + perInsert))
        .orIgnore()
        .returning('id')
        .execute();
      added += (raw as unknown[]).length;
    }
    return added;
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

  /** A page of a programme's conflicts by judge code, then as they came. */
  page(tx: Tx, programmeId: string, filter: ConflictFilter): Promise<Conflict[]> {
    const { state, source, judgeId, after } = filter;
    const query = tx.manager
      .createQueryBuilder(Conflict, 'conflict')
      .innerJoin(Judge, 'judge', 'judge.id = conflict.judge_id')
      .where('judge.programme_id = :programmeId', { programmeId });
    if (state) query.andWhere({ state });
    if (source) query.andWhere({ source });
    if (judgeId) query.andWhere({ judgeId });
    if (after)
      query.andWhere(
        `(judge.code, conflict.at, conflict.id) > (select j.code, c.at, c.id from judging.conflict c
          join judging.judge j on j.id = c.judge_id where c.id = :after)`,
        { after },
      );
    return query
      .orderBy('judge.code')
      .addOrderBy('conflict.at')
      .addOrderBy('conflict.id')
      .limit(conflictsPerPage)
      .getMany();
  }

  /** Holds a conflict for who decided on the version they saw. @throws Refused judging.not-found, platform.changed-since */
  async lockAt(tx: Tx, id: string, seen: number): Promise<Conflict> {
    const query = tx.manager
      .createQueryBuilder(Conflict, 'conflict')
      .where({ id })
      .setLock('pessimistic_write');
    const conflict = found('judging', await query.getOne());
    if (conflict.version !== seen) throw new Refused('platform.changed-since');
    return conflict;
  }

  /** Writes a decision. @returns the new version */
  async decide(
    tx: Tx,
    { id, version }: Pick<Conflict, 'id' | 'version'>,
    decision: { readonly state: ConflictState; readonly note: string },
  ): Promise<number> {
    await tx.manager.update(Conflict, { id, version }, decided(tx, decision, version + 1));
    return version + 1;
  }

  /** Lets conflicts of a kind stand that were asked or dismissed before. */
  async confirm(
    tx: Tx,
    pairs: { readonly judgeId: string; readonly entryIds: readonly string[] },
    kind: ConflictKind,
    note: string,
  ): Promise<void> {
    await tx.manager.update(
      Conflict,
      {
        ...{ judgeId: pairs.judgeId, entryId: In([...pairs.entryIds]), kind },
        state: In(['proposed', 'dismissed']),
      },
      decided(tx, { state: 'confirmed', note }, () => 'version + 1'),
    );
  }

  /** Whether a pair must be parted. */
  binds(tx: Tx, pair: { readonly judgeId: string; readonly entryId: string }): Promise<boolean> {
    const { judgeId, entryId } = pair;
    const state = In([...bindingStates]);
    return tx.manager.existsBy(Conflict, { judgeId, entryId, state });
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

const decided = <Version>(
  tx: Tx,
  { state, note }: { readonly state: ConflictState; readonly note: string },
  version: Version,
) => ({ state, version, decidedAt: tx.now, decidedBy: tx.actor.personId, decisionNote: note });
