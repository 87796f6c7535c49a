import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { AppModule } from './app.module.js';
import { knownPermissions } from './identity/rules/permissions.js';
import { largestJson, limitBodies } from './platform/http/body-limits.js';
import { formPipe } from './platform/http/form.pipe.js';
import { indexPage, webFolder } from './platform/http/index-page.js';
import { serveOpenApi } from './platform/http/open-api.js';
import { OriginGuard } from './platform/http/origin.guard.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { demandPermissions, routesOf } from './platform/http/route-audit.js';
import { takeParts } from './platform/http/tus.js';
import { Logger } from './platform/logging/logger.js';
import type { Surroundings } from './platform/surroundings.js';

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
};

/** The API and the pages, not yet listening. */
export async function createServer(surroundings: Surroundings): Promise<NestFastifyApplication> {
  const { config } = surroundings;
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy,
    bodyLimit: largestJson,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.register(surroundings),
    adapter,
    { logger: new Logger(config.logLevel), abortOnError: false },
  );
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 4, parts: 5 } });
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: config.publicUrl.startsWith('https:'),
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.useGlobalGuards(new OriginGuard(config.publicUrl));
  app.useGlobalPipes(formPipe());
  app.useGlobalFilters(new ProblemFilter(app.get(Logger)));
  shapeReplies(app);
  serveOpenApi(app);
  await servePages(app);
  demandPermissions(
    routesOf(app.get(DiscoveryService), app.get(MetadataScanner)),
    knownPermissions,
  );
  await app.init();
  return app;
}

/** The queue's side alone: jobs and the outbox relay, no HTTP. */
export const createWorker = (surroundings: Surroundings): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(AppModule.register(surroundings), {
    logger: new Logger(surroundings.config.logLevel),
    abortOnError: false,
  });

function shapeReplies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  limitBodies(fastify);
  takeParts(fastify);
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
  });
}

/** The built web application: its files, and its one page for every address that is not the API's. */
async function servePages(app: NestFastifyApplication): Promise<void> {
  if (!fs.existsSync(webFolder)) return;
  await app.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    maxAge: '1h',
  });
  const fastify = app.getHttpAdapter().getInstance();
  const page = indexPage();
  for (const url of ['/', '/*'])
    fastify.get(url, (request, reply) => {
      if (page === undefined || /^\/(api|p|dev)\//.test(request.url)) return reply.callNotFound();
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
    });
}
