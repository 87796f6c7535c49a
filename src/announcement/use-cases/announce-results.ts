import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { found, must, Refused } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { ReleaseData } from '../data/release-data.js';
import { mayRelease, noticeIsOver } from '../rules/may-release.js';
import { ReleaseList } from './release-list.js';

@Injectable()
export class AnnounceResults {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly releases: ReleaseData,
    private readonly list: ReleaseList,
    private readonly events: Events,
  ) {}

  /**
   * Announces the final results 公布, once the public notice has stood to the end of its last day.
   * The list is the notice's own, to the letter.
   * @returns the release's id
   * @throws Refused announcement.wrong-state, announcement.notice-running
   */
  run(actor: Actor, programmeId: string): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      must('announcement', mayRelease('final', programme.state));
      const notice = found('announcement', await this.releases.newest(tx, programmeId, 'notice'));
      if (!noticeIsOver(notice.endsAt, tx.now).ok)
        throw new Refused('announcement.notice-running', { endsAt: notice.endsAt.toISOString() });
      const { content, fingerprint } = notice;
      const frozen = { content, fingerprint, notice };
      const releaseId = await this.list.store(tx, programme, 'final', frozen);
      await this.programmes.advance(tx, programmeId, 'announce');
      await this.events.record(tx, 'announcement.results-released', { releaseId, programmeId });
      return releaseId;
    });
  }
}
