import type { LoggerService } from '@nestjs/common';
import type { LogLevel } from '../config/config.js';

const order: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

type Facts = Readonly<Record<string, unknown>>;

/** One JSON line an entry on stderr; JSON escapes line breaks, so no input can forge a line. */
export class Logger implements LoggerService {
  constructor(private readonly level: LogLevel) {}

  /** @param facts ids, counts and codes; never bodies, tokens or personal data */
  write(level: LogLevel, message: string, facts: Facts = {}): void {
    if (order.indexOf(level) < order.indexOf(this.level)) return;
    const line = { time: new Date().toISOString(), level, message, ...facts };
    process.stderr.write(`${JSON.stringify(line)}\n`);
  }

  log = (message: unknown, context?: unknown): void =>
    this.write('debug', String(message), { context });
  debug = this.log;
  verbose = this.log;
  warn = (message: unknown, context?: unknown): void =>
    this.write('warn', String(message), { context });
  error = (message: unknown, ...rest: unknown[]): void =>
    this.write('error', String(message), { stack: rest[0] });
  fatal = this.error;
}
