import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { beijingDate } from '../../platform/pure/working-days.js';
import { Refused } from '../../platform/refusal/refused.js';
import { ProgrammesData, windowColumns, windowsOf } from '../data/programmes-data.js';
import { Category, Programme } from '../data/programmes.entities.js';
import { templateOf } from '../rules/templates/templates.js';
import type { Template } from '../rules/templates/template.js';
import { laterWindows, usualWindows, windowFaults, type Windows } from '../rules/windows.js';

export type NewProgramme = {
  readonly templateKey?: string;
  /** An earlier selection instead of a template. */
  readonly copyOf?: string;
  /** Whether the places of the earlier selection come along. */
  readonly withQuotas?: boolean;
  readonly slug: string;
  readonly name: string;
  /** The year in Beijing when absent. */
  readonly year?: number;
  /** When absent: the usual calendar from today, or the earlier one moved to the new year. */
  readonly windows?: Windows;
};

/** Starts a selection from a template or from an earlier selection. */
@Injectable()
export class CreateProgramme {
  constructor(
    private readonly database: Database,
    private readonly programmes: ProgrammesData,
    private readonly events: Events,
  ) {}

  /** @throws Refused programmes.unknown-template, not-found, windows-disordered, slug-taken */
  run(actor: Actor, wanted: NewProgramme): Promise<{ readonly id: string }> {
    return this.database.transaction(actor, async (tx) => {
      const earlier = wanted.copyOf && (await this.programmes.visible(tx, wanted.copyOf));
      const programme = draft(tx, wanted, earlier || templateNamed(wanted.templateKey));
      const categories = categoriesOf(programme);
      await this.programmes.add(tx, programme, categories);
      if (earlier && wanted.withQuotas) await this.#copyQuotas(tx, earlier, categories);
      const { id, slug, config } = programme;
      await this.events.record(tx, 'programmes.created', {
        ...{ programmeId: id, templateKey: config.templateKey, slug },
        ...(earlier && { copyOf: earlier.id }),
      });
      return { id };
    });
  }

  /** The places of each category go to the one of the same code. */
  async #copyQuotas(tx: Tx, earlier: Programme, categories: readonly Category[]): Promise<void> {
    const codes = new Map(
      (await this.programmes.categories(tx, earlier.id)).map(({ id, code }) => [id, code]),
    );
    const ids = new Map(categories.map(({ id, code }) => [code, id]));
    const quotas = await this.programmes.quotas(tx, earlier.id);
    const copied = quotas.flatMap(({ unitId, categoryId, places }) => {
      const id = ids.get(codes.get(categoryId) ?? '');
      return id === undefined ? [] : [{ unitId, categoryId: id, places }];
    });
    await this.programmes.replaceQuotas(tx, categories[0]?.programmeId ?? '', copied);
  }
}

function templateNamed(key: string | undefined): Template {
  const template = key === undefined ? undefined : templateOf(key);
  if (template === undefined) throw new Refused('programmes.unknown-template');
  return template;
}

/** What the earlier selection said of its calendar; from a template the usual one. */
function calendarFrom(tx: Tx, origin: Programme | Template, year: number): Windows {
  return 'state' in origin
    ? laterWindows(windowsOf(origin), year - origin.year)
    : usualWindows(tx.now);
}

function draft(tx: Tx, wanted: NewProgramme, origin: Programme | Template): Programme {
  const year = wanted.year ?? Number(beijingDate(tx.now).slice(0, 4));
  const windows = wanted.windows ?? calendarFrom(tx, origin, year);
  const faults = windowFaults(windows);
  if (faults.length > 0) throw new Refused('programmes.windows-disordered', { faults });
  return {
    id: randomUUID(),
    slug: wanted.slug,
    name: wanted.name,
    year,
    state: 'draft',
    config: origin.config,
    configVersion: origin.config.version,
    rulesFingerprint: null,
    rulesRevision: 1,
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
