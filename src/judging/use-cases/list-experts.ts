import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { workbookFile } from '../../platform/documents/workbook.js';
import type { OutgoingFile } from '../../platform/files/outgoing-file.js';
import type { Expert } from '../data/expert.entity.js';
import { ExpertsData, expertsPerPage, type ExpertsWanted } from '../data/experts-data.js';
import { actionsIn } from '../rules/states.js';
import { expertStateTable } from '../rules/experts.js';
import { expertTemplate, poolSheet } from './expert-sheet.js';

export type ExpertListed = Expert & {
  readonly organisationCode: string;
  /** Empty for someone from a provincial body. */
  readonly prefecture: string;
  readonly actions: readonly string[];
};

export type ExpertPage = {
  readonly experts: ExpertListed[];
  readonly total: number;
  readonly next: string | undefined;
  /** Every 市州 and 省直, to choose from. */
  readonly prefectures: readonly { readonly id: string; readonly shortName: string }[];
};

const mostOnFile = 10_000;

/** The pool of experts, for those who run selections. */
@Injectable()
export class ListExperts {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly experts: ExpertsData,
    private readonly events: Events,
  ) {}

  run(actor: Actor, wanted: ExpertsWanted, after?: string): Promise<ExpertPage> {
    return this.database.transaction(actor, async (tx) => {
      const found = await this.experts.page(tx, wanted, expertsPerPage + 1, after);
      const experts = await this.#named(tx, found.slice(0, expertsPerPage));
      const next = found.length > experts.length ? experts.at(-1)?.id : undefined;
      const total = await this.experts.count(tx, wanted);
      return { experts, total, next, prefectures: await this.identity.recommendingUnits(tx) };
    });
  }

  /** The same experts as a sheet that can be mended and taken in again. */
  async file(actor: Actor, wanted: ExpertsWanted): Promise<OutgoingFile> {
    const { rows, at } = await this.database.transaction(actor, async (tx) => {
      const found = await this.experts.page(tx, wanted, mostOnFile);
      await this.events.record(tx, 'judging.experts-exported', { rows: found.length });
      return { rows: await this.#named(tx, found), at: tx.now };
    });
    return workbookFile('专家库', poolSheet(rows), at);
  }

  template(actor: Actor): Promise<OutgoingFile> {
    return this.database.transaction(actor, (tx) =>
      workbookFile('专家导入模板', expertTemplate, tx.now),
    );
  }

  async #named(tx: Tx, experts: readonly Expert[]): Promise<ExpertListed[]> {
    const organisations = await this.identity.organisations(
      tx,
      experts.flatMap(({ organisationId, prefectureId }) => [
        organisationId,
        prefectureId ?? organisationId,
      ]),
    );
    return experts.map((expert) => ({
      ...expert,
      organisationCode: organisations.get(expert.organisationId)?.code ?? '',
      prefecture: organisations.get(expert.prefectureId ?? '')?.shortName ?? '',
      actions: actionsIn(expertStateTable, expert.state),
    }));
  }
}
