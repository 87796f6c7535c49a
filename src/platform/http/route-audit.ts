import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { allowKey } from './allow.decorator.js';

export type Route = {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly permission: string | undefined;
};

/** Every route of the house with the permission it declares. */
export function routesOf(discovery: DiscoveryService, scanner: MetadataScanner): Route[] {
  return discovery.getControllers().flatMap(({ instance, metatype }) => {
    if (!instance || !metatype) return [];
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '');
    const prototype = Object.getPrototypeOf(instance) as object;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = (prototype as Record<string, object>)[name] as object;
      const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
      if (verb === undefined) return [];
      const path = String(Reflect.getMetadata(PATH_METADATA, method) ?? '');
      return [
        {
          method: RequestMethod[verb],
          path: `/${[base, path]
            .map((part) => part.replace(/^\/|\/$/g, ''))
            .filter(Boolean)
            .join('/')}`,
          handler: `${metatype.name}.${name}`,
          permission: Reflect.getMetadata(allowKey, method) as string | undefined,
        },
      ];
    });
  });
}

/** @throws Error naming the routes without a permission: the process must not start with one */
export function demandPermissions(routes: readonly Route[], known: ReadonlySet<string>): void {
  const open = routes.filter(
    (route) => route.permission === undefined || !known.has(route.permission),
  );
  if (open.length > 0)
    throw new Error(
      `routes without a known @Allow: ${open.map((route) => route.handler).join(', ')}`,
    );
}
