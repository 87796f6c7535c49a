import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { holidayTable } from '../../platform/calendar/chinese-days-table.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { beijingDate } from '../../platform/pure/working-days.js';
import { must } from '../../platform/refusal/refused.js';
import { Programmes } from '../../programmes/public-api.js';
import { mayRelease } from '../rules/may-release.js';
import { noticeDates, type NoticeRequest } from '../rules/notice-dates.js';
import { ReleaseList } from './release-list.js';

@Injectable()
export class GiveNotice {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly list: ReleaseList,
    private readonly events: Events,
  ) {}

  /**
   * Puts the verified selection up as a public notice 公示.
   * @returns the release's id
   * @throws Refused announcement.wrong-state, announcement.starts-in-past, announcement.calendar-not-covered, …
   */
  run(
    actor: Actor,
    programmeId: string,
    request: NoticeRequest & { contact?: string },
  ): Promise<string> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lock(tx, programmeId);
      must('announcement', mayRelease('notice', programme.state));
      const { unit, amount, countFirstDay } = programme.config.publicity;
      const length = { unit, amount, countFirstDay };
      const today = beijingDate(tx.now);
      const dates = must('announcement', noticeDates(holidayTable(), length, request, today));
      const frozen = await this.list.content(tx, programme);
      const notice = { ...length, ...dates, contact: request.contact ?? '' };
      const releaseId = await this.list.store(tx, programme, 'notice', { ...frozen, notice });
      await this.programmes.advance(tx, programmeId, 'give-notice');
      await this.events.record(tx, 'announcement.notice-released', { releaseId, programmeId });
      return releaseId;
    });
  }
}
