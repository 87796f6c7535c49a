import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../database/tx.js';
import { Refused } from '../refusal/refused.js';

/** A request whose session has been looked up. */
export type KnownRequest = FastifyRequest & { actor?: Actor };

const requestOf = (context: ExecutionContext): KnownRequest =>
  context.switchToHttp().getRequest<KnownRequest>();

/** Nobody: a visitor without a session, on public routes. */
export const visitor: Actor = { personId: null, organisationId: null, role: 'visitor' };

/** The actor of the session that sent the request. */
export const Who = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => requestOf(context).actor ?? visitor,
);

/** The version in `If-Match` that the person saw before deciding. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).headers['if-match'];
  const version = Number(header?.replace(/^W\//, '').replaceAll('"', ''));
  if (header === undefined || !Number.isSafeInteger(version))
    throw new Refused('platform.version-required');
  return version;
});
