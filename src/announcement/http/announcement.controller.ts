import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Allow } from '../../platform/http/allow.decorator.js';
import { Who } from '../../platform/http/request.decorators.js';
import { AnnounceResults } from '../use-cases/announce-results.js';
import { GiveNotice } from '../use-cases/give-notice.js';
import { PreviewNotice } from '../use-cases/preview-notice.js';
import { ReadPublicPages } from '../use-cases/read-public-pages.js';
import { ShowReleases } from '../use-cases/show-releases.js';
import { GiveNoticeDto, PreviewNoticeDto } from './announcement.dto.js';
import {
  NoticePreviewView,
  noticePreviewView,
  PublicReleaseView,
  publicReleaseView,
  ReleaseDeskView,
  releaseDeskView,
  ReleasedView,
} from './announcement.view.js';

@Controller('api/announcement')
export class AnnouncementController {
  constructor(
    private readonly publicPages: ReadPublicPages,
    private readonly showReleases: ShowReleases,
    private readonly previewNotice: PreviewNotice,
    private readonly giveNotice: GiveNotice,
    private readonly announceResults: AnnounceResults,
  ) {}

  /** Released pages, newest first; for the page before anyone has signed in. */
  @Get('public')
  @Allow('public')
  async list(): Promise<PublicReleaseView[]> {
    return (await this.publicPages.list()).map(publicReleaseView);
  }

  @Get('programmes/:id')
  @Allow('announcement.manage')
  async show(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReleaseDeskView> {
    return releaseDeskView(await this.showReleases.run(actor, id));
  }

  /** The list and the last day of a notice that is not yet given. */
  @Get('programmes/:id/preview')
  @Allow('announcement.manage')
  async preview(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PreviewNoticeDto,
  ): Promise<NoticePreviewView> {
    return noticePreviewView(await this.previewNotice.run(actor, id, query.startsOn));
  }

  @Post('programmes/:id/notice')
  @Allow('announcement.manage')
  async notice(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() form: GiveNoticeDto,
  ): Promise<ReleasedView> {
    return { id: await this.giveNotice.run(actor, id, form) };
  }

  @Post('programmes/:id/final')
  @Allow('announcement.manage')
  async final(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReleasedView> {
    return { id: await this.announceResults.run(actor, id) };
  }
}
