import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { IsISO8601 } from 'class-validator';
import { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';
import { Allow } from '../http/allow.decorator.js';

export class SetClockDto {
  /** The instant that the server's clock shows from now on. */
  @IsISO8601({ strict: true }) now: string;
}

/** The movable clock. Wired in rehearsal mode only. */
@Controller('api/rehearsal')
export class RehearsalController {
  constructor(private readonly database: Database) {}

  @Put('clock')
  @Allow('public')
  @HttpCode(204)
  async setClock(@Body() form: SetClockDto): Promise<void> {
    await this.database.transaction(systemActor, (tx) =>
      tx.manager.query(
        'update platform.rehearsal_clock set shift = $1::timestamptz - clock_timestamp()',
        [form.now],
      ),
    );
  }
}
