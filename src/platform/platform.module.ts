import {
  type DynamicModule,
  Global,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
  type Provider,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import path from 'node:path';
import type { Config } from './config/config.js';
import { CONFIG } from './config/config.token.js';
import { ChangeFeed } from './database/change-feed.js';
import { Database } from './database/database.js';
import { DocxReader } from './documents/read-docx.js';
import { Typesetter } from './documents/typeset.js';
import { DiskFileStore } from './files/disk-file-store.js';
import { FileStore } from './files/file-store.js';
import { S3FileStore } from './files/s3-file-store.js';
import { VirusScanner } from './files/virus-scanner.js';
import { Logger } from './logging/logger.js';
import { CatchingMailer, Mailer, SmtpMailer } from './mail/mailer.js';
import { Outbox } from './outbox/outbox.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { type Handler, Handlers, handlingsOf } from './queue/handlers.js';
import { JobRunner } from './queue/job-runner.js';
import { QueueBackend } from './queue/queue-backend.js';
import { SURROUNDINGS, type Surroundings } from './surroundings.js';

/** Database, outbox, queue, files and mail: what every module stands on. */
@Global()
@Module({})
export class PlatformModule implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(SURROUNDINGS) private readonly surroundings: Surroundings,
    private readonly discovery: DiscoveryService,
    private readonly handlers: Handlers,
    private readonly backend: QueueBackend,
    private readonly relay: OutboxRelay,
    private readonly runner: JobRunner,
    private readonly mailer: Mailer,
  ) {}

  static register(surroundings: Surroundings): DynamicModule {
    const provided = [...ofSurroundings(surroundings), ...ofQueue(surroundings)];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: provided,
      exports: provided,
    };
  }

  /** Finds the handlers in every process: the API must know which queues an event goes to. */
  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders())
      for (const handling of metatype ? handlingsOf(metatype) : [])
        this.handlers.add(handling, instance as Handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.surroundings.parts.worker) return;
    this.runner.start();
    await this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.backend.close();
    this.mailer.close();
  }
}

/** What the configuration decides. */
const ofSurroundings = (surroundings: Surroundings): Provider[] => {
  const { config, source, databaseUrl } = surroundings;
  const logger = new Logger(config.logLevel);
  return [
    { provide: SURROUNDINGS, useValue: surroundings },
    { provide: CONFIG, useValue: config },
    { provide: Logger, useValue: logger },
    { provide: ChangeFeed, useFactory: () => new ChangeFeed(databaseUrl, logger) },
    { provide: Database, useValue: new Database(source, config.mode === 'rehearsal') },
    { provide: FileStore, useValue: fileStore(config) },
    { provide: VirusScanner, useValue: new VirusScanner(config.clamd) },
    { provide: Mailer, useValue: mailer(config) },
    Typesetter,
    DocxReader,
  ];
};

/** How news leaves transactions and becomes jobs. */
const ofQueue = ({ config, databaseUrl }: Surroundings): Provider[] => [
  { provide: Handlers, useValue: new Handlers() },
  {
    provide: Outbox,
    inject: [Handlers],
    useFactory: (handlers: Handlers) => new Outbox(handlers),
  },
  {
    provide: QueueBackend,
    useFactory: () => QueueBackend.open({ redisUrl: config.redisUrl, databaseUrl }),
  },
  {
    provide: OutboxRelay,
    inject: [Database, QueueBackend, Handlers, Logger],
    useFactory: (database: Database, backend: QueueBackend, handlers: Handlers, logger: Logger) =>
      new OutboxRelay({ database, databaseUrl, backend, handlers, logger }),
  },
  {
    provide: JobRunner,
    inject: [Database, QueueBackend, Handlers, Logger],
    useFactory: (...parts: [Database, QueueBackend, Handlers, Logger]) => new JobRunner(...parts),
  },
];

const fileStore = (config: Config): FileStore =>
  config.s3 ? new S3FileStore(config.s3) : new DiskFileStore(path.join(config.home, 'files'));

const mailer = (config: Config): Mailer =>
  config.smtpUrl ? new SmtpMailer(config.smtpUrl, config.mailFrom) : new CatchingMailer();
