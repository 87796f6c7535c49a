import { Controller, Get, Inject } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.token.js';
import { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';
import { Allow } from '../http/allow.decorator.js';
import { ClockView, SiteView } from './house.view.js';

/** What a page needs before anyone has signed in. */
@Controller('api')
export class SiteController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
  ) {}

  @Get('site')
  @Allow('public')
  async site(): Promise<SiteView> {
    const { mode, siteName } = this.config;
    return { mode, name: siteName, isPreparing: mode === 'demo' && (await this.#isPreparing()) };
  }

  @Get('clock')
  @Allow('public')
  clock(): Promise<ClockView> {
    return this.database.transaction(systemActor, async (tx) => ({ now: tx.now.toISOString() }));
  }

  #isPreparing(): Promise<boolean> {
    return this.database.transaction(systemActor, async (tx) => {
      const rows = await tx.manager.query<unknown[]>(
        'select from platform.demo_seed where finished_at is null',
      );
      return rows.length > 0;
    });
  }
}
