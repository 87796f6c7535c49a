import { SetMetadata } from '@nestjs/common';

export const allowKey = 'linxuan:allow';

/**
 * The permission a route needs; every route has one, or the process does not start.
 * `public` needs no session, `signed-in` any session, the rest a role that holds the permission.
 */
export const Allow = (permission: string): MethodDecorator => SetMetadata(allowKey, permission);
