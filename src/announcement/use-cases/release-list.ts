import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { Entries } from '../../entries/public-api.js';
import { Identity } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { canonicalJson } from '../../platform/pure/canonical-json.js';
import { endOfDayInBeijing, type NoticePeriod } from '../../platform/pure/working-days.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import { Tally } from '../../tally/public-api.js';
import { ReleaseData } from '../data/release-data.js';
import type { ReleaseKind } from '../rules/page-words.js';
import { arrange, type ListedEntry, type ReleaseContent } from '../rules/release-content.js';

/** The public notice that a release stands on. */
export type NoticeTerms = NoticePeriod & { readonly endsOn: string; readonly contact: string };

/** Freezes the verified selection as a list for the public. */
@Injectable()
export class ReleaseList {
  constructor(
    private readonly tally: Tally,
    private readonly entries: Entries,
    private readonly identity: Identity,
    private readonly releases: ReleaseData,
  ) {}

  /** The list as it would be released now, and its fingerprint. */
  async content(
    tx: Tx,
    programme: ProgrammeFacts,
  ): Promise<{ content: ReleaseContent; fingerprint: string }> {
    const reviewed = await this.entries.accepted(tx, programme.id);
    const organiser = await this.identity.organisation(tx, tx.actor.organisationId ?? '');
    const { name, config, categories } = programme;
    const content: ReleaseContent = {
      programme: name,
      noun: config.noun,
      organiser: organiser.name,
      reviewed: reviewed.length,
      sections: arrange(categories, config.awards, await this.#listed(tx, programme)),
    };
    const fingerprint = createHash('sha256').update(canonicalJson(content)).digest('hex');
    return { content, fingerprint };
  }

  /** Stores a release under the next number of its kind. @returns its id */
  async store(
    tx: Tx,
    programme: ProgrammeFacts,
    kind: ReleaseKind,
    frozen: { content: ReleaseContent; fingerprint: string; notice: NoticeTerms },
  ): Promise<string> {
    const { content, fingerprint, notice } = frozen;
    const newest = await this.releases.newest(tx, programme.id, kind);
    if (tx.actor.personId === null) throw new Refused('platform.no-right');
    const id = randomUUID();
    await this.releases.add(tx, {
      id,
      programmeId: programme.id,
      slug: programme.slug,
      kind,
      number: (newest?.number ?? 0) + 1,
      startsOn: notice.startsOn,
      endsOn: notice.endsOn,
      endsAt: endOfDayInBeijing(notice.endsOn),
      unit: notice.unit,
      amount: notice.amount,
      countFirstDay: notice.countFirstDay,
      contact: notice.contact,
      content,
      fingerprint,
      releasedBy: tx.actor.personId,
      releasedAt: tx.now,
    });
    return id;
  }

  async #listed(tx: Tx, programme: ProgrammeFacts): Promise<ListedEntry[]> {
    const selection = await this.tally.selection(tx, programme.id);
    const facts = await this.entries.facts(
      tx,
      selection.entries.map(({ entryId }) => entryId),
    );
    const organisations = await this.identity.organisations(
      tx,
      [...facts.values()].flatMap(({ unitId, prefectureId }) => [unitId, prefectureId]),
    );
    const codes = new Map(programme.categories.map(({ id, code }) => [id, code]));
    return selection.entries.map(({ entryId, categoryId, tier }) => {
      const entry = demand(facts, entryId);
      const unit = demand(organisations, entry.unitId);
      const prefecture = demand(organisations, entry.prefectureId);
      return {
        caseNo: entry.caseNo,
        title: entry.title,
        unit: unit.name,
        prefecture: prefecture.name,
        prefectureCode: prefecture.code,
        categoryCode: demand(codes, categoryId),
        tierCode: tier,
      };
    });
  }
}

/** A list with a gap must not be released. @throws Error when the id is not known */
function demand<Found>(known: ReadonlyMap<string, Found>, id: string): Found {
  const row = known.get(id);
  if (row === undefined) throw new Error(`the list needs ${id}, which is not known`);
  return row;
}
