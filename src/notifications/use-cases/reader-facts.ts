import { Injectable } from '@nestjs/common';
import { Announcement, type ReleaseFacts } from '../../announcement/public-api.js';
import { Entries, type EntryFacts } from '../../entries/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import type { Letter } from '../data/letter.entity.js';
import { dateWords, instantWords } from '../rules/beijing-words.js';
import type { LetterFacts, LetterKind } from '../rules/letters.js';

/** What the actor of a transaction may know of what a letter tells. */
@Injectable()
export class ReaderFacts {
  constructor(
    private readonly programmes: Programmes,
    private readonly entries: Entries,
    private readonly announcement: Announcement,
  ) {}

  async known(tx: Tx, letter: Letter): Promise<Partial<LetterFacts>> {
    const programme = await this.#programme(tx, letter.programmeId);
    const release = await this.release(tx, letter);
    const entry = await this.#entry(tx, letter);
    const due = entry && dueOf[letter.kind]?.(entry);
    return {
      ...programmeWords(letter, programme),
      ...(due ? { until: instantWords(due) } : {}),
      entryTitle: entry?.title,
      period: release && `${dateWords(release.startsOn)}至${dateWords(release.endsOn)}`,
    };
  }

  async release(tx: Tx, { params }: Letter): Promise<ReleaseFacts | undefined> {
    const { releaseId } = params;
    return typeof releaseId === 'string' ? this.announcement.release(tx, releaseId) : undefined;
  }

  async #entry(tx: Tx, { params: { entryId } }: Letter): Promise<EntryFacts | undefined> {
    if (typeof entryId !== 'string') return undefined;
    return (await this.entries.facts(tx, [entryId])).get(entryId);
  }

  async #programme(tx: Tx, id: string | null): Promise<ProgrammeFacts | undefined> {
    if (id === null) return undefined;
    try {
      return await this.programmes.find(tx, id);
    } catch (error) {
      if (error instanceof Refused) return undefined;
      throw error;
    }
  }
}

function programmeWords(letter: Letter, programme?: ProgrammeFacts): Partial<LetterFacts> {
  if (programme === undefined) return {};
  const { name, config, categories, windows } = programme;
  const closesAt = deadlineOf[letter.kind]?.(windows);
  return {
    programme: name,
    noun: config.noun,
    category: categories.find(({ id }) => id === letter.params['categoryId'])?.name,
    until: closesAt && instantWords(closesAt),
  };
}

/** The time that an entry itself was given. */
const dueOf: Partial<Record<LetterKind, (entry: EntryFacts) => Date | null>> = {
  'entry-correction': ({ correctionDueAt }) => correctionDueAt,
  'entry-returned': ({ returnDueAt }) => returnDueAt,
};

/** Until when the reader of a letter may act: what was returned may come back as long as units recommend. */
const deadlineOf: Partial<Record<LetterKind, (windows: ProgrammeFacts['windows']) => Date>> = {
  'entry-returned': ({ recommendation }) => recommendation.closesAt,
  'list-unlocked': ({ recommendation }) => recommendation.closesAt,
  'round-opened': ({ judging }) => judging.closesAt,
};
