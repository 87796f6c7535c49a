import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { holidayTable } from '../../platform/calendar/chinese-days-table.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { FileStore } from '../../platform/files/file-store.js';
import { beijingDate, workingDaysLeft } from '../../platform/pure/working-days.js';
import type { Release } from '../data/release.entity.js';
import { ReleaseData } from '../data/release-data.js';
import { kindAt, pageKey, pageName, type ReleaseKind } from '../rules/page-words.js';

/** A release with what is left of its public notice. */
export type ShownRelease = {
  readonly release: Release;
  /** Working days to the end of the notice, today included; null where no calendar reaches. */
  readonly workingDaysLeft: number | null;
};

/** What anybody may read. Pages come from the file store alone, so a crowd never reaches the database. */
@Injectable()
export class ReadPublicPages {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleaseData,
    private readonly files: FileStore,
  ) {}

  /** The released page at an address, or null. */
  async page(slug: string, page: string): Promise<Readable | null> {
    const kind = kindAt(slug, page);
    if (kind === undefined) return null;
    const key = pageKey(slug, kind);
    return (await this.files.has(key)) ? this.files.read(key) : null;
  }

  /** The address of a programme's newest page, or null. */
  async newest(slug: string): Promise<string | null> {
    for (const kind of ['final', 'notice'] satisfies ReleaseKind[]) {
      const page = pageName(kind);
      if (kindAt(slug, page) === kind && (await this.files.has(pageKey(slug, kind))))
        return `/p/${slug}/${page}`;
    }
    return null;
  }

  /** Every page that can be read, newest first. */
  list(): Promise<ShownRelease[]> {
    return this.database.transaction(systemActor, async (tx) => {
      const today = beijingDate(tx.now);
      return (await this.releases.written(tx)).map((release) => shown(release, today));
    });
  }
}

export function shown(release: Release, today: string): ShownRelease {
  const from = today > release.startsOn ? today : release.startsOn;
  const left = workingDaysLeft(holidayTable(), from, release.endsOn);
  return { release, workingDaysLeft: left.ok ? left.value : null };
}
