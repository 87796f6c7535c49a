import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../refusal/refused.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send. Cross-site requests get one constant answer,
 * so they cannot be used to read a status; changes need our origin and our header.
 */
export class OriginGuard implements CanActivate {
  constructor(private readonly publicUrl: string) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.headers['sec-fetch-site'] === 'cross-site')
      throw new Refused('platform.foreign-origin');
    if (!reading.has(request.method) && !this.#isOurs(request))
      throw new Refused('platform.foreign-origin');
    return true;
  }

  #isOurs(request: FastifyRequest): boolean {
    if (request.headers['x-requested-with'] !== 'linxuan') return false;
    const { origin } = request.headers;
    return (
      origin === undefined ||
      origin === this.publicUrl ||
      origin === `http://${request.headers.host}`
    );
  }
}
