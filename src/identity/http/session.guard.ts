import type {} from '@fastify/cookie';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { allowKey } from '../../platform/http/allow.decorator.js';
import type { KnownRequest } from '../../platform/http/request.decorators.js';
import { Refused } from '../../platform/refusal/refused.js';
import { may } from '../rules/permissions.js';
import { Sessions } from '../use-cases/sessions.js';
import { SessionCookie } from './session-cookie.js';

/** Looks the session up on every request and refuses what its role may not do. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<string | undefined>(allowKey, context.getHandler());
    if (permission === undefined) throw new Refused('platform.no-right');
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const token = this.cookie.read(request.cookies);
    const actor = token === undefined ? null : await this.sessions.actor(token);
    if (actor !== null) request.actor = actor;
    if (permission === 'public') return true;
    if (actor === null) throw new Refused('platform.no-session');
    if (!may(actor.role, permission)) throw new Refused('platform.no-right');
    return true;
  }
}
