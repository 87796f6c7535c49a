import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { ReleaseData } from './data/release-data.js';
import { AnnouncementController } from './http/announcement.controller.js';
import { announcementProblems } from './http/problems.js';
import { PublicPagesController } from './http/public-pages.controller.js';
import { WriteNoticePageJob } from './jobs/write-notice-page.job.js';
import { WriteResultsPageJob } from './jobs/write-results-page.job.js';
import { Announcement } from './public-api.js';
import { AnnounceResults } from './use-cases/announce-results.js';
import { GiveNotice } from './use-cases/give-notice.js';
import { PreviewNotice } from './use-cases/preview-notice.js';
import { ReadPublicPages } from './use-cases/read-public-pages.js';
import { ReleaseList } from './use-cases/release-list.js';
import { ShowReleases } from './use-cases/show-releases.js';
import { WritePages } from './use-cases/write-pages.js';

defineProblems('announcement', announcementProblems);

@Global()
@Module({
  controllers: [AnnouncementController, PublicPagesController],
  providers: [
    ReleaseData,
    { provide: Announcement, useExisting: ReleaseData },
    ReleaseList,
    PreviewNotice,
    GiveNotice,
    AnnounceResults,
    WritePages,
    ReadPublicPages,
    ShowReleases,
    WriteNoticePageJob,
    WriteResultsPageJob,
  ],
  exports: [Announcement],
})
export class AnnouncementModule {}
