import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { EntryData } from '../data/entry-data.js';
import { LikenessData } from '../data/likeness-data.js';
import { type AlikeSentence, alikeSentences } from '../rules/alike-sentences.js';
import { type LikenessLevel, likenessLevel } from '../rules/likeness.js';
import { EntryCards } from './entry-cards.js';
import type { EntryCard } from './entry-facts.js';

export type Alike = {
  readonly card: EntryCard;
  /** How much of the entry stands in this one, in thousandths. */
  readonly share: number;
  readonly level: LikenessLevel;
  readonly sentences: readonly AlikeSentence[];
};

@Injectable()
export class ShowLikeness {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly likeness: LikenessData,
    private readonly cards: EntryCards,
  ) {}

  /** The entries like this one that the actor may see, sentence beside sentence, the likest first. */
  run(actor: Actor, entryId: string): Promise<Alike[]> {
    return this.database.transaction(actor, async (tx) => {
      await this.entries.find(tx, entryId);
      const pairs = await this.likeness.pairs(tx, [entryId]);
      const others = await this.entries.some(
        tx,
        pairs.map(({ otherId }) => otherId),
      );
      const { cards } = await this.cards.of(tx, others);
      const texts = await this.likeness.texts(tx, [entryId, ...others.map(({ id }) => id)]);
      return pairs.flatMap(({ otherId, share }) => {
        const card = cards.find(({ entry }) => entry.id === otherId);
        if (card === undefined) return [];
        const sentences = alikeSentences(texts.get(entryId) ?? '', texts.get(otherId) ?? '');
        return [{ card, share, level: likenessLevel(share), sentences }];
      });
    });
  }
}
