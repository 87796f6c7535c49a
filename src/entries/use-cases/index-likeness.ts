import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor, type Tx } from '../../platform/database/tx.js';
import { Programmes } from '../../programmes/public-api.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import { FileTextData } from '../data/file-text-data.js';
import { LikenessData } from '../data/likeness-data.js';
import { fingerprintsOf, foldText, shareFound } from '../rules/likeness.js';

/** Thousandths; pairs that are less alike are not worth keeping. */
const leastShare = 50;

@Injectable()
export class IndexLikeness {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly fileTexts: FileTextData,
    private readonly likeness: LikenessData,
    private readonly programmes: Programmes,
  ) {}

  /** Compares an entry with every one handed in before, of all selections, and remembers it. May run again. */
  run(entryId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      await this.likeness.hold(tx);
      const text = await this.#textOf(tx, entryId);
      const { text: folded } = foldText(text);
      const prints = fingerprintsOf(folded);
      const no = await this.likeness.put(tx, { entryId, text, folded, prints });
      const least = Math.max(2, Math.ceil((prints.length * leastShare) / 1000));
      const near = await this.likeness.candidates(tx, { no, prints, least });
      const pairs = near.flatMap((other) => [
        { entryId, otherId: other.entryId, share: shareFound(folded, other.folded) },
        { entryId: other.entryId, otherId: entryId, share: shareFound(other.folded, folded) },
      ]);
      await this.likeness.putPairs(
        tx,
        entryId,
        pairs.filter(({ share }) => share >= leastShare),
      );
    });
  }

  /** The sections of the form; of a form without any, what its files say. */
  async #textOf(tx: Tx, entryId: string): Promise<string> {
    const { programmeId } = await this.entries.find(tx, entryId);
    const { config } = await this.programmes.find(tx, programmeId);
    const fields = (await this.fields.ofEntries(tx, [entryId])).get(entryId) ?? [];
    const sections = config.fields
      .filter(({ kind, identifying }) => kind === 'section' && !identifying)
      .map(({ key }) => fields.find((field) => field.key === key)?.value)
      .filter((value) => typeof value === 'string');
    if (sections.length > 0) return sections.join('\n');
    const files = (await this.fileTexts.ofEntries(tx, [entryId])).get(entryId) ?? [];
    return files.map(({ text }) => text).join('\n');
  }
}
