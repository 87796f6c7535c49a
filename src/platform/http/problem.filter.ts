import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '../database/database.js';
import type { Logger } from '../logging/logger.js';
import { Refused } from '../refusal/refused.js';
import { BadForm } from './form.pipe.js';
import { problemOf } from './problems.js';

const codeOfStatus: Readonly<Record<number, string>> = {
  400: 'platform.bad-request',
  401: 'platform.no-session',
  403: 'platform.no-right',
  404: 'platform.not-found',
  413: 'platform.too-large',
  415: 'platform.bad-type',
  422: 'platform.bad-form',
  429: 'platform.too-many',
};

/** Answers every failure as RFC 9457 problem details; what nobody expected is a bug with a number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const code = codeOf(error);
    const problem = problemOf(code) ?? problemOf('platform.bug');
    if (problem === undefined) throw error;
    this.#log(error, code, problem.status, request.id);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send({
        type: `urn:linxuan:problem:${code}`,
        title: problem.title,
        status: problem.status,
        detail: problem.detail,
        code,
        traceId: request.id,
        ...(error instanceof BadForm ? { errors: error.errors } : {}),
        ...(error instanceof Refused && error.details ? { details: error.details } : {}),
      });
  }

  #log(error: unknown, code: string, status: number, requestId: string): void {
    if (status < 500) this.logger.write('info', 'refused', { code, requestId });
    else
      this.logger.write('error', 'bug', {
        requestId,
        error: error instanceof Error ? error.stack : String(error),
      });
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Refused) return problemOf(error.code) ? error.code : 'platform.bug';
  if (error instanceof BadForm) return 'platform.bad-form';
  const status = statusOf(error);
  if (status !== undefined)
    return codeOfStatus[status] ?? (status < 500 ? 'platform.bad-request' : 'platform.bug');
  return codeOfSqlState(sqlState(error));
}

/** The status of Nest's and Fastify's own errors, such as a body that is not JSON. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : undefined;
}

/** A value PostgreSQL could not take is the request's fault; a lost connection is nobody's. */
function codeOfSqlState(state: string | undefined): string {
  if (state?.startsWith('22')) return 'platform.bad-request';
  if (state?.startsWith('08') || state?.startsWith('57')) return 'platform.unavailable';
  return 'platform.bug';
}
