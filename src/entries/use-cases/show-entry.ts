import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Entry } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { shortcomings } from '../rules/completeness.js';
import { filesUnderWay } from '../rules/file-states.js';
import { hindrances, isWriter, writingWindow } from '../rules/submission.js';
import { EntryCards } from './entry-cards.js';
import { changeableKeys, filledOf, stageOf } from './entry-desk.js';
import type { ProvinceEntry, UnitEntry } from './entry-facts.js';
import { FormalChecks } from './formal-checks.js';
import { LeakDesk } from './leak-desk.js';

@Injectable()
export class ShowEntry {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly cards: EntryCards,
    private readonly checks: FormalChecks,
    private readonly leakDesk: LeakDesk,
  ) {}

  /** An entry for whoever reaches it: for its unit and officers as they work on it, or for the province. */
  run(actor: Actor, entryId: string): Promise<UnitEntry | ProvinceEntry> {
    return this.database.transaction(actor, async (tx) => {
      const entry = await this.entries.find(tx, entryId);
      return forProvince.includes(actor.role) ? this.#province(tx, entry) : this.#unit(tx, entry);
    });
  }

  async #unit(tx: Tx, entry: Entry): Promise<UnitEntry> {
    const { card, programme } = await this.cards.one(tx, entry);
    const parts = {
      fields: await this.fields.ofEntries(tx, [entry.id]),
      attachments: await this.attachments.ofEntries(tx, [entry.id]),
    };
    const fields = parts.fields.get(entry.id) ?? [];
    const attachments = parts.attachments.get(entry.id) ?? [];
    const leaks = await this.leakDesk.of(tx, programme, [entry], parts);
    const remarks = await this.fields.openRemarks(tx, entry.id);
    const writes = isWriter(tx.actor.organisationId, entry);
    const changeable = writes ? changeableKeys({ entry, programme }, remarks, tx.now) : [];
    const missing = [
      ...shortcomings(programme.config, filledOf(entry, { fields, attachments })),
      ...filesUnderWay(attachments),
    ];
    return {
      audience: 'unit',
      ...card,
      fields,
      attachments: [...attachments, ...(await this.attachments.refusedOf(tx, entry.id))],
      remarks,
      leaks: leaks.get(entry.id) ?? [],
      missing: hindrances(entry, missing, changeable),
      changeable,
      deadline: writingWindow(entry, stageOf(programme)).closesAt,
    };
  }

  async #province(tx: Tx, entry: Entry): Promise<ProvinceEntry> {
    const { card, programme } = await this.cards.one(tx, entry);
    const parts = (await this.checks.of(tx, programme, [entry])).get(entry.id);
    if (parts === undefined) throw new Error(`no parts of ${entry.id}`);
    const remarks = await this.fields.openRemarks(tx, entry.id);
    return { audience: 'province', ...card, ...parts, remarks };
  }
}

const forProvince: readonly string[] = ['programme-admin', 'supervisor'];
