import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { zipStream } from '../../platform/documents/zip-stream.js';
import type { OutgoingFile } from '../../platform/files/outgoing-file.js';
import { Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { safeName } from '../rules/package-names.js';
import { ListedEntries } from './listed-entries.js';
import { PackageFiles } from './package-files.js';

/** The entries of one recommending unit, or of all within reach, as one archive. */
@Injectable()
export class PackEntries {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly listed: ListedEntries,
    private readonly files: PackageFiles,
    private readonly events: Events,
  ) {}

  /**
   * The archive is made while it is sent, one file after the other.
   * @throws Refused entries.nothing-to-pack when the actor reaches nothing that stands on a list
   */
  async run(actor: Actor, programmeId: string, unitId: string | undefined): Promise<OutgoingFile> {
    const { name, folders, at } = await this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const entries = await this.listed.of(tx, programme, unitId);
      if (entries.length === 0) throw new Refused('entries.nothing-to-pack');
      const unit = unitId === undefined ? null : await this.identity.organisation(tx, unitId);
      await this.events.record(tx, 'entries.packed', {
        programmeId,
        unitId: unitId ?? null,
        entries: entries.length,
      });
      return {
        name: `${unit?.name ?? ''}${programme.name}材料.zip`,
        folders: entries.map(({ entry, prefecture }) => ({
          entryId: entry.id,
          prefecture: prefecture.name,
          title: entry.title,
        })),
        at: tx.now,
      };
    });
    return {
      name: safeName(name),
      mediaType: 'application/zip',
      bytes: zipStream(this.files.of(actor, folders, at), at),
    };
  }
}
