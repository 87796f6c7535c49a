import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AnnouncementModule } from './announcement/announcement.module.js';
import { AuditModule } from './audit/audit.module.js';
import { EntriesModule } from './entries/entries.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { JudgingModule } from './judging/judging.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import type { Mode } from './platform/config/config.js';
import { CaughtMailController } from './platform/house/caught-mail.controller.js';
import { HealthController } from './platform/house/health.controller.js';
import { RehearsalController } from './platform/house/rehearsal.controller.js';
import { SiteController } from './platform/house/site.controller.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { ReportingModule } from './reporting/reporting.module.js';
import { TallyModule } from './tally/tally.module.js';
import type { Surroundings } from './platform/surroundings.js';

/** The whole house, floor by floor. */
@Module({})
export class AppModule {
  static register(surroundings: Surroundings): DynamicModule {
    const { mode } = surroundings.config;
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(surroundings),
        DiscoveryModule,
        AuditModule,
        IdentityModule.register(mode),
        ProgrammesModule,
        EntriesModule,
        JudgingModule,
        TallyModule,
        AnnouncementModule,
        NotificationsModule,
        ReportingModule,
      ],
      controllers: houseControllers(mode),
    };
  }
}

/** Production has neither the movable clock nor the catcher's page. */
const houseControllers = (mode: Mode): Type[] => [
  HealthController,
  SiteController,
  ...(mode === 'production' ? [] : [CaughtMailController]),
  ...(mode === 'rehearsal' ? [RehearsalController] : []),
];
