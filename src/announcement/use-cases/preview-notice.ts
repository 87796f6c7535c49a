import { Injectable } from '@nestjs/common';
import { holidayTable } from '../../platform/calendar/chinese-days-table.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { noticeEnd } from '../../platform/pure/working-days.js';
import { Programmes } from '../../programmes/public-api.js';
import type { ReleaseContent } from '../rules/release-content.js';
import { ReleaseList } from './release-list.js';

export type NoticePreview = {
  /** `YYYY-MM-DD`; null where no official calendar reaches. */
  readonly endsOn: string | null;
  readonly content: ReleaseContent;
};

@Injectable()
export class PreviewNotice {
  constructor(
    private readonly database: Database,
    private readonly programmes: Programmes,
    private readonly list: ReleaseList,
  ) {}

  /** What a notice from this day on would say. @throws Refused tally.not-verified */
  run(actor: Actor, programmeId: string, startsOn: string): Promise<NoticePreview> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.find(tx, programmeId);
      const end = noticeEnd(holidayTable(), { ...programme.config.publicity, startsOn });
      const { content } = await this.list.content(tx, programme);
      return { endsOn: end.ok ? end.value : null, content };
    });
  }
}
