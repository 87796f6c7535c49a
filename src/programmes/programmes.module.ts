import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { ProgrammesData } from './data/programmes-data.js';
import { programmesProblems } from './http/problems.js';
import { ProgrammesController } from './http/programmes.controller.js';
import { QuotasController } from './http/quotas.controller.js';
import { Programmes } from './public-api.js';
import { ChangeSettings } from './use-cases/change-settings.js';
import { CreateProgramme } from './use-cases/create-programme.js';
import { OpenProgramme } from './use-cases/open-programme.js';
import { SetQuotas } from './use-cases/set-quotas.js';
import { ShowProgrammes } from './use-cases/show-programmes.js';
import { ShowQuotas } from './use-cases/show-quotas.js';
import { StartChecking } from './use-cases/start-checking.js';

defineProblems('programmes', programmesProblems);

@Global()
@Module({
  controllers: [ProgrammesController, QuotasController],
  providers: [
    ProgrammesData,
    { provide: Programmes, useExisting: ProgrammesData },
    CreateProgramme,
    ChangeSettings,
    SetQuotas,
    ShowQuotas,
    OpenProgramme,
    StartChecking,
    ShowProgrammes,
  ],
  exports: [Programmes],
})
export class ProgrammesModule {}
