import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { ProgrammesData, windowsOf } from '../data/programmes-data.js';
import type { Programme } from '../data/programmes.entities.js';
import { differingParts } from '../rules/draft-rules.js';
import type { Windows } from '../rules/windows.js';
import { templateOf } from '../rules/templates/templates.js';

export type ShownRules = {
  readonly programme: Programme;
  readonly windows: Windows;
  /** The parts that are no longer as the template has them. */
  readonly changed: readonly string[];
};

/** The rules of a selection as they are stored, for who edits them. */
@Injectable()
export class ShowRules {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
  ) {}

  /** @throws Refused programmes.not-found */
  run(actor: Actor, programmeId: string): Promise<ShownRules> {
    return this.database.transaction(actor, async (tx) => {
      const programme = await this.programmes.visible(tx, programmeId);
      const { config } = programme;
      const template = templateOf(config.templateKey);
      const windows = windowsOf(programme);
      return {
        programme,
        windows,
        changed: template ? differingParts(template.config, config) : [],
      };
    });
  }
}
