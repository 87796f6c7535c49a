import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowColumns } from '../data/programmes-data.js';
import type { SelectionConfig } from '../rules/config.js';
import { changeable, type RuleSettings, withSettings } from '../rules/settings.js';
import { validateConfig } from '../rules/validate-config.js';
import { windowFaults, type Windows } from '../rules/windows.js';

export type Settings = RuleSettings & {
  readonly name: string;
  readonly year?: number;
  readonly windows: Windows;
};

/** Changes a draft's name, calendar and the rules that are the administrator's to choose. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly events: Events,
  ) {}

  /** @throws Refused programmes.wrong-state, unknown-award, config-invalid, windows-disordered */
  run(
    actor: Actor,
    programmeId: string,
    settings: Settings,
    seen: number,
  ): Promise<{ readonly version: number }> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.lockedAt(tx, programmeId, seen);
      must('programmes', changeable(programme.state));
      const config = sound(must('programmes', withSettings(programme.config, settings)));
      const faults = windowFaults(settings.windows);
      if (faults.length > 0) throw new Refused('programmes.windows-disordered', { faults });
      const { name, year = programme.year, windows } = settings;
      const change = { name, year, config, ...windowColumns(windows) };
      const version = await this.programmes.change(tx, programme, change);
      await this.events.record(tx, 'programmes.settings-changed', { programmeId, version });
      return { version };
    });
  }
}

function sound(config: SelectionConfig): SelectionConfig {
  const validated = validateConfig(config);
  if (!validated.ok)
    throw new Refused('programmes.config-invalid', { faults: [...validated.problems] });
  return validated.config;
}
