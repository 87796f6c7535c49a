import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { FileStore } from '../../platform/files/file-store.js';
import { beijingDate } from '../../platform/pure/working-days.js';
import type { Release } from '../data/release.entity.js';
import { ReleaseData } from '../data/release-data.js';
import { pageHtml } from '../rules/page-html.js';
import { pageKey } from '../rules/page-words.js';

@Injectable()
export class WritePages {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleaseData,
    private readonly files: FileStore,
  ) {}

  /**
   * Writes the static pages of a programme's releases. The releases stay locked meanwhile, so that
   * of two writers the later one has seen all there is; writing twice gives the same bytes.
   */
  run(programmeId: string): Promise<void> {
    return this.database.transaction(systemActor, async (tx) => {
      const releases = await this.releases.lockAll(tx, programmeId);
      const isConcluded = releases.some(({ kind }) => kind === 'final');
      for (const release of newestOfEachKind(releases)) {
        const key = pageKey(release.slug, release.kind);
        await this.files.write(key, Readable.from([htmlOf(release, isConcluded)]));
        if (release.writtenAt === null) await this.releases.markWritten(tx, release.id, key);
      }
    });
  }
}

const newestOfEachKind = (releases: readonly Release[]): Release[] => [
  ...new Map(releases.map((release) => [release.kind, release])).values(),
];

const htmlOf = (release: Release, isConcluded: boolean): Buffer =>
  Buffer.from(
    pageHtml({
      slug: release.slug,
      kind: release.kind,
      content: release.content,
      fingerprint: release.fingerprint,
      releasedOn: beijingDate(release.releasedAt),
      notice: {
        startsOn: release.startsOn,
        endsOn: release.endsOn,
        unit: release.unit,
        amount: release.amount,
        countFirstDay: release.countFirstDay,
      },
      contact: release.contact,
      isConcluded,
    }),
  );
