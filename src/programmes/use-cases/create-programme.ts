import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { beijingDate } from '../../platform/pure/working-days.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowColumns } from '../data/programmes-data.js';
import { Category, Programme } from '../data/programmes.entities.js';
import { templateOf } from '../rules/templates/templates.js';
import type { Template } from '../rules/templates/template.js';
import { usualWindows, windowFaults, type Windows } from '../rules/windows.js';

export type NewProgramme = {
  readonly templateKey: string;
  readonly slug: string;
  readonly name: string;
  /** The year in Beijing when absent. */
  readonly year?: number;
  /** The usual calendar from today when absent. */
  readonly windows?: Windows;
};

/** Starts a selection from a template. */
@Injectable()
export class CreateProgramme {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly events: Events,
  ) {}

  /** @throws Refused programmes.unknown-template, windows-disordered, slug-taken */
  run(actor: Actor, wanted: NewProgramme): Promise<{ readonly id: string }> {
    return this.database.transaction(actor, async (tx) => {
      const template = templateOf(wanted.templateKey);
      if (template === undefined) throw new Refused('programmes.unknown-template');
      const programme = draft(tx, wanted, template);
      await this.programmes.add(tx, programme, categoriesOf(programme));
      const { id, slug } = programme;
      await this.events.record(tx, 'programmes.created', {
        programmeId: id,
        templateKey: template.key,
        slug,
      });
      return { id };
    });
  }
}

function draft(tx: Tx, wanted: NewProgramme, template: Template): Programme {
  const windows = wanted.windows ?? usualWindows(tx.now);
  const faults = windowFaults(windows);
  if (faults.length > 0) throw new Refused('programmes.windows-disordered', { faults });
  return {
    id: randomUUID(),
    slug: wanted.slug,
    name: wanted.name,
    year: wanted.year ?? Number(beijingDate(tx.now).slice(0, 4)),
    state: 'draft',
    config: template.config,
    configVersion: template.config.version,
    rulesFingerprint: null,
    version: 1,
    ...windowColumns(windows),
    createdBy: tx.actor.personId,
    createdAt: tx.now,
    openedAt: null,
  };
}

const categoriesOf = ({ id: programmeId, config }: Programme): Category[] =>
  config.categories.map(({ code, name, rubricKey }, index) => ({
    id: randomUUID(),
    programmeId,
    code,
    name,
    rubricKey,
    position: index + 1,
  }));
