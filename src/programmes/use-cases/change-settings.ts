import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import type { SelectionConfig } from '../rules/config.js';
import { addedFaults, patched } from '../rules/draft-rules.js';
import { type RuleSettings, withSettings } from '../rules/settings.js';
import type { Windows } from '../rules/windows.js';
import { DraftDesk } from './draft-desk.js';

export type Settings = RuleSettings & {
  readonly name: string;
  readonly year?: number;
  readonly windows: Windows;
};

/** Changes a draft's name, calendar and the figures that are the administrator's to choose. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly database: Database,
    private readonly desk: DraftDesk,
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
      const draft = await this.desk.hold(tx, programmeId, seen);
      const wanted = must('programmes', withSettings(draft.config, settings));
      const config = sound(draft.config, wanted);
      const { name, year, windows } = settings;
      const version = await this.desk.write(tx, draft, { name, year, windows, config });
      await this.events.record(tx, 'programmes.settings-changed', { programmeId, version });
      return { version };
    });
  }
}

/** These figures are known where they are typed: a contradiction that they would make is refused at once. */
function sound(before: SelectionConfig, wanted: SelectionConfig): SelectionConfig {
  const result = patched(wanted, {});
  const faults = result.ok ? addedFaults(before, wanted) : result.faults;
  if (faults.length > 0) throw new Refused('programmes.config-invalid', { faults: [...faults] });
  return wanted;
}
