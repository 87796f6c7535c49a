import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/http/allow.decorator.js';
import { missingPageHtml } from '../rules/page-html.js';
import { ReadPublicPages } from '../use-cases/read-public-pages.js';

/** What was released, for anybody: static pages as the job wrote them. */
@Controller('p')
export class PublicPagesController {
  constructor(private readonly pages: ReadPublicPages) {}

  /** The newest page of a programme. */
  @Get(':slug')
  @Allow('public')
  async newest(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const address = await this.pages.newest(slug);
    if (address === null) return missing(reply);
    await reply.header('cache-control', 'public, max-age=60').redirect(address, 302);
  }

  @Get(':slug/:page')
  @Allow('public')
  async page(
    @Param('slug') slug: string,
    @Param('page') page: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.pages.page(slug, page);
    if (bytes === null) return missing(reply);
    await reply
      .header('cache-control', 'public, max-age=60')
      .type('text/html; charset=utf-8')
      .send(bytes);
  }
}

const missing = async (reply: FastifyReply): Promise<void> => {
  await reply.status(404).type('text/html; charset=utf-8').send(missingPageHtml());
};
