import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { CategoryData } from './data/category-data.js';
import { ProgrammesData } from './data/programmes-data.js';
import { HealthCheckController } from './http/health.controller.js';
import { RuleChangeData } from './data/rule-change-data.js';
import { programmesProblems } from './http/problems.js';
import { ProgrammesController } from './http/programmes.controller.js';
import { ChangesController } from './http/changes.controller.js';
import { RulesController } from './http/rules.controller.js';
import { QuotasController } from './http/quotas.controller.js';
import { Programmes } from './public-api.js';
import { ChangeRules } from './use-cases/change-rules.js';
import { ChangeSettings } from './use-cases/change-settings.js';
import { CheckHealth } from './use-cases/check-health.js';
import { CreateProgramme } from './use-cases/create-programme.js';
import { DraftDesk } from './use-cases/draft-desk.js';
import { OpenProgramme } from './use-cases/open-programme.js';
import { DecideChange } from './use-cases/decide-change.js';
import { ProposeChange } from './use-cases/propose-change.js';
import { RulesDesk } from './use-cases/rules-desk.js';
import { SetQuotas } from './use-cases/set-quotas.js';
import { ShowChanges } from './use-cases/show-changes.js';
import { ShowProgrammes } from './use-cases/show-programmes.js';
import { ShowQuotas } from './use-cases/show-quotas.js';
import { ShowRules } from './use-cases/show-rules.js';
import { StartChecking } from './use-cases/start-checking.js';

defineProblems('programmes', programmesProblems);

@Global()
@Module({
  controllers: [
    ProgrammesController,
    QuotasController,
    HealthCheckController,
    ChangesController,
    RulesController,
  ],
  providers: [
    ProgrammesData,
    { provide: Programmes, useExisting: ProgrammesData },
    RuleChangeData,
    CategoryData,
    RulesDesk,
    DraftDesk,
    ChangeRules,
    ShowRules,
    ProposeChange,
    DecideChange,
    ShowChanges,
    CreateProgramme,
    ChangeSettings,
    SetQuotas,
    ShowQuotas,
    OpenProgramme,
    StartChecking,
    ShowProgrammes,
    CheckHealth,
  ],
  exports: [Programmes],
})
export class ProgrammesModule {}
