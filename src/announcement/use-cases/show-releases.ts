import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { beijingDate } from '../../platform/pure/working-days.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { ReleaseData } from '../data/release-data.js';
import { mayRelease, noticeIsOver } from '../rules/may-release.js';
import { shown, type ShownRelease } from './read-public-pages.js';

export type ReleaseDesk = {
  readonly programme: ProgrammeFacts;
  readonly releases: readonly ShownRelease[];
  /** Today in Beijing. */
  readonly today: string;
  /** `notice` and `final` when they may be released now. */
  readonly actions: readonly string[];
};

@Injectable()
export class ShowReleases {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly releases: ReleaseData,
  ) {}

  /** A programme's releases and what may be released next. */
  run(actor: Actor, programmeId: string): Promise<ReleaseDesk> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const releases = await this.releases.ofProgramme(tx, programmeId);
      const today = beijingDate(tx.now);
      const notice = releases.filter(({ kind }) => kind === 'notice').at(-1);
      const isOver = notice !== undefined && noticeIsOver(notice.endsAt, tx.now).ok;
      const actions = [
        ...(mayRelease('notice', programme.state).ok ? ['notice'] : []),
        ...(mayRelease('final', programme.state).ok && isOver ? ['final'] : []),
      ];
      return {
        programme,
        releases: releases.map((release) => shown(release, today)),
        today,
        actions,
      };
    });
  }
}
