import { Controller, Get, Header, Query } from '@nestjs/common';
import { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';
import { Allow } from '../http/allow.decorator.js';
import { escapeHtml } from '../pure/escape-html.js';
import { found } from '../refusal/refused.js';
import { CaughtMailCountView, CaughtMailView } from './house.view.js';

const newest = 500;

/** What the built-in catcher holds. Wired in demo and rehearsal mode only. */
@Controller()
export class CaughtMailController {
  constructor(private readonly database: Database) {}

  @Get('api/dev/mail')
  @Allow('public')
  async list(@Query('recipient') recipient?: string): Promise<CaughtMailView[]> {
    const rows = await this.database.transaction(systemActor, (tx) =>
      tx.manager.query<(Omit<CaughtMailView, 'caughtAt'> & { caughtAt: Date })[]>(
        `select message_id as "messageId", recipient, subject, body, caught_at as "caughtAt", deliveries
         from platform.caught_mail where $1::text is null or recipient = $1
         order by caught_at desc, message_id limit ${newest}`,
        [recipient ?? null],
      ),
    );
    return rows.map((row) => ({ ...row, caughtAt: row.caughtAt.toISOString() }));
  }

  /** How many letters were caught, and how often they were delivered altogether. */
  @Get('api/dev/mail/count')
  @Allow('public')
  async count(): Promise<CaughtMailCountView> {
    const [row] = await this.database.transaction(systemActor, (tx) =>
      tx.manager.query<CaughtMailCountView[]>(
        `select count(*)::int as letters, coalesce(sum(deliveries), 0)::int as deliveries,
           (select count(*)::int from platform.outbox where cardinality(pending) > 0 and failed_at is null) as "eventsPending"
         from platform.caught_mail`,
      ),
    );
    return found('platform', row);
  }

  @Get('dev/mail')
  @Allow('public')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(): Promise<string> {
    const mails = await this.list();
    return mailPage(mails);
  }
}

const mailPage = (mails: readonly CaughtMailView[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>邮件 Mail (${mails.length})</title><link rel="stylesheet" href="/public.css"></head>
<body><main><h1>内置邮箱：系统发出的邮件</h1><p>仅演示可见，共 ${mails.length} 封（最近在前）。</p>
${mails.map(mailArticle).join('\n')}</main></body></html>`;

const mailArticle = (mail: CaughtMailView): string => `<article><h2>${escapeHtml(mail.subject)}</h2>
<p>收件人 ${escapeHtml(mail.recipient)} · ${escapeHtml(mail.caughtAt)}</p>
<p class="letter">${linked(escapeHtml(mail.body)).replaceAll('\n', '<br>')}</p></article>`;

/** Makes the addresses in an escaped text clickable. */
const linked = (text: string): string =>
  text.replace(/https?:\/\/[^\s<&]+/g, (address) => `<a href="${address}">${address}</a>`);
