import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { Announcement, type ReleaseFacts } from '../public-api.js';
import type { ReleaseKind } from '../rules/page-words.js';
import { Release } from './release.entity.js';

const mostListed = 100;

@Injectable()
export class ReleaseData extends Announcement {
  async release(tx: Tx, releaseId: string): Promise<ReleaseFacts> {
    return found('announcement', await tx.manager.findOneBy(Release, { id: releaseId }));
  }

  /** A programme's releases, oldest first. */
  ofProgramme(tx: Tx, programmeId: string): Promise<Release[]> {
    return tx.manager.find(Release, {
      where: { programmeId },
      order: { releasedAt: 'ASC', id: 'ASC' },
    });
  }

  /** The newest release of a kind, or null. */
  newest(tx: Tx, programmeId: string, kind: ReleaseKind): Promise<Release | null> {
    return tx.manager.findOne(Release, { where: { programmeId, kind }, order: { number: 'DESC' } });
  }

  /** A programme's releases, held until their pages are written: one writer at a time. */
  lockAll(tx: Tx, programmeId: string): Promise<Release[]> {
    return tx.manager
      .createQueryBuilder(Release, 'release')
      .where({ programmeId })
      .orderBy('release.kind', 'DESC')
      .addOrderBy('release.number')
      .setLock('for_no_key_update')
      .getMany();
  }

  async add(tx: Tx, release: Omit<Release, 'pageKey' | 'writtenAt'>): Promise<void> {
    await tx.manager.insert(Release, release);
  }

  async markWritten(tx: Tx, id: string, pageKey: string): Promise<void> {
    await tx.manager.update(Release, { id }, { pageKey, writtenAt: tx.now });
  }

  /** Releases whose pages can be read, newest first. */
  written(tx: Tx): Promise<Release[]> {
    return tx.manager
      .createQueryBuilder(Release, 'release')
      .where('release.writtenAt is not null')
      .orderBy('release.releasedAt', 'DESC')
      .addOrderBy('release.id')
      .limit(mostListed)
      .getMany();
  }
}
