import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import { CheckData } from '../data/check-data.js';
import type { CheckMarkRow } from '../data/check-mark.entity.js';
import type { Attachment, Entry, EntryField } from '../data/entries.entities.js';
import { FieldData } from '../data/field-data.js';
import { UnitListData } from '../data/unit-list-data.js';
import { type Checked, formalCheck } from '../rules/check-findings.js';
import { type CheckItem, counts, standingOf } from '../rules/check-items.js';
import { type Leak, tellsJudges } from '../rules/leak-scan.js';
import { filledOf } from './entry-desk.js';
import type { CheckLine } from './entry-facts.js';
import { LeakDesk } from './leak-desk.js';
import { RepeatDesk } from './repeat-desk.js';

export type CheckedParts = {
  readonly fields: readonly EntryField[];
  readonly attachments: readonly Attachment[];
  readonly checks: readonly CheckLine[];
  readonly leaks: readonly Leak[];
};

type Own = {
  readonly fields: readonly EntryField[];
  readonly attachments: readonly Attachment[];
  readonly leaks: readonly Leak[] | undefined;
};

/** The list of the formal check for entries of one selection: the program's findings and the officers'. */
@Injectable()
export class FormalChecks {
  constructor(
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly lists: UnitListData,
    private readonly checks: CheckData,
    private readonly programmes: Programmes,
    private readonly leakDesk: LeakDesk,
    private readonly repeatDesk: RepeatDesk,
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
    const leaks = await this.leakDesk.of(tx, programme, entries, { fields, attachments });
    const repeats = await this.repeatDesk.of(tx, ids);
    const likeness = await this.repeatDesk.likeness(tx, ids);
    const marks = await this.checks.namedMarks(tx, ids);
    return new Map(
      entries.map((entry) => {
        const own: Own = {
          fields: fields.get(entry.id) ?? [],
          attachments: attachments.get(entry.id) ?? [],
          leaks: leaks.get(entry.id),
        };
        const found = formalCheck({
          ...checkedOf(programme, entry, own),
          ...placesOf(entry),
          repeats: repeats.get(entry.id) ?? [],
          likeness: likeness.get(entry.id) ?? 0,
        });
        const checks = found.map((item) => lineOf(item, entry, marks.get(entry.id) ?? []));
        return [entry.id, { ...own, leaks: own.leaks ?? [], checks }];
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

function checkedOf(
  programme: ProgrammeFacts,
  entry: Entry,
  { fields, attachments, leaks }: Own,
): Omit<Checked, 'places' | 'taken' | 'repeats' | 'likeness'> {
  return {
    form: programme.config,
    filled: filledOf(entry, { fields, attachments }),
    attested: Object.fromEntries(fields.map(({ key, updatedAt }) => [key, updatedAt])),
    unreadyFiles: unready(programme, attachments),
    rank: entry.rank,
    submittedAt: entry.submittedAt,
    correctedAt: entry.correctedAt,
    closesAt: programme.windows.recommendation.closesAt,
    leaks: leaks?.filter(({ place }) => tellsJudges(place)).length ?? null,
  };
}

type NamedMark = CheckMarkRow & { readonly byName: string };

function lineOf(item: CheckItem, { correctedAt }: Entry, marks: readonly NamedMark[]): CheckLine {
  const mark = marks.find((known) => known.item === item.code);
  return {
    ...item,
    standing: standingOf(item, mark, correctedAt),
    mark: mark ? { ...mark, counts: counts(mark, correctedAt) } : null,
  };
}

/** Files not ready, and files that judges should see but of which no copy without names exists. */
function unready(programme: ProgrammeFacts, files: readonly Attachment[]): string[] {
  const shown = new Set(
    programme.config.attachments.filter((rule) => rule.judgesSee).map(({ key }) => key),
  );
  return files
    .filter((file) => file.state !== 'ready' || (shown.has(file.ruleKey) && !file.derivativeKey))
    .map(({ ruleKey }) => ruleKey);
}
