import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment, Entry, EntryField } from '../data/entries.entities.js';
import { LikenessData } from '../data/likeness-data.js';
import { FieldData } from '../data/field-data.js';
import { UnitListData } from '../data/unit-list-data.js';
import { shortcomings } from '../rules/completeness.js';
import { type CheckItem, formalCheck } from '../rules/formal-check.js';
import { type Leak, tellsJudges } from '../rules/leak-scan.js';
import { filledOf } from './entry-desk.js';
import { LeakDesk } from './leak-desk.js';

export type CheckedParts = {
  readonly fields: readonly EntryField[];
  readonly attachments: readonly Attachment[];
  readonly checks: readonly CheckItem[];
  readonly leaks: readonly Leak[];
};

/** What the program finds by itself about recommended entries of one selection. */
@Injectable()
export class FormalChecks {
  constructor(
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly lists: UnitListData,
    private readonly programmes: Programmes,
    private readonly leakDesk: LeakDesk,
    private readonly likeness: LikenessData,
  ) {}

  async of(
    tx: Tx,
    programme: ProgrammeFacts,
    entries: readonly Entry[],
  ): Promise<Map<string, CheckedParts>> {
    const ids = entries.map(({ id }) => id);
    const fields = await this.fields.ofEntries(tx, ids);
    const attachments = await this.attachments.ofEntries(tx, ids);
    const placesOf = await this.#places(tx, programme);
    const pairs = groupBy(await this.likeness.pairs(tx, ids), ({ entryId }) => entryId);
    const leaks = await this.leakDesk.of(tx, programme, entries, { fields, attachments });
    return new Map(
      entries.map((entry) => {
        const { id } = entry;
        const [own, files] = [listAt(fields, id), listAt(attachments, id)];
        const found = listAt(leaks, id);
        const checks = formalCheck({
          shortcomings: shortcomings(programme.config, filledOf(entry, own, files)),
          unreadyFiles: unready(programme, files),
          rank: entry.rank,
          submittedAt: entry.submittedAt,
          closesAt: programme.windows.recommendation.closesAt,
          ...placesOf(entry),
          leaks:
            programme.config.anonymity === 'full'
              ? found.filter(({ place }) => tellsJudges(place)).length
              : null,
          likeness: listAt(pairs, id)[0]?.share ?? 0,
        });
        return [id, { fields: own, attachments: files, checks, leaks: found }];
      }),
    );
  }

  async #places(
    tx: Tx,
    programme: ProgrammeFacts,
  ): Promise<(entry: Entry) => { places: number | null; taken: number }> {
    const quotas = await this.programmes.quotas(tx, programme.id);
    const taken = await this.lists.takenByUnit(tx, programme.id);
    const key = (unitId: string, categoryId: string): string => `${unitId}/${categoryId}`;
    const places = new Map(quotas.map((row) => [key(row.unitId, row.categoryId), row.places]));
    const filled = new Map(taken.map((row) => [key(row.unitId, row.categoryId), row.taken]));
    return ({ prefectureId, categoryId }) => ({
      places:
        programme.config.quota.mode === 'none'
          ? null
          : (places.get(key(prefectureId, categoryId)) ?? 0),
      taken: filled.get(key(prefectureId, categoryId)) ?? 0,
    });
  }
}

const listAt = <Item>(lists: ReadonlyMap<string, readonly Item[]>, id: string): readonly Item[] =>
  lists.get(id) ?? [];

/** Files not ready, and files that judges should see but of which no copy without names exists. */
function unready(programme: ProgrammeFacts, files: readonly Attachment[]): string[] {
  const shown = new Set(
    programme.config.attachments.filter((rule) => rule.judgesSee).map(({ key }) => key),
  );
  return files
    .filter((file) => file.state !== 'ready' || (shown.has(file.ruleKey) && !file.derivativeKey))
    .map(({ ruleKey }) => ruleKey);
}
