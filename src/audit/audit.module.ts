import { Global, Module } from '@nestjs/common';
import { AuditChainData } from './data/audit-chain.js';
import { RecordedEvents } from './data/recorded-events.js';
import { AuditController } from './http/audit.controller.js';
import { AuditSealer } from './jobs/audit-sealer.js';
import { AuditChain, Events } from './public-api.js';
import { ListLines } from './use-cases/list-lines.js';
import { SealLines } from './use-cases/seal-lines.js';
import { VerifyChain } from './use-cases/verify-chain.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [
    AuditChainData,
    AuditSealer,
    ListLines,
    SealLines,
    VerifyChain,
    { provide: Events, useClass: RecordedEvents },
    { provide: AuditChain, useExisting: AuditChainData },
  ],
  exports: [Events, AuditChain],
})
export class AuditModule {}
