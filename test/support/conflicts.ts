import type { Client } from './client.js';
import type { House } from './house.js';
import {
  acceptedJudge,
  checkedSelection,
  type SeatedJudge,
  type Selection,
  system,
} from './judging.js';

export type ConflictRow = {
  readonly id: string;
  readonly judgeId: string;
  readonly judgeCode: string;
  readonly caseNo: string;
  readonly kind: string;
  readonly source: string;
  readonly state: string;
  readonly version: number;
  readonly actions: string[];
};

type Reply = Awaited<ReturnType<Client['post']>>;

/** Three judges of the province and one of a school of 株洲; rules that only warn of one's own prefecture. */
export async function conflictedSelection(house: House) {
  const selection: Selection = await checkedSelection(house, (id) =>
    system(
      house,
      `update programmes.programme set config = jsonb_set(config, '{recusal,strictness}',
         '{"same-prefecture": "warn"}') where id = $1`,
      [id],
    ),
  );
  const judges: (SeatedJudge & { readonly personId: string })[] = [];
  for (const unit of ['430000', '430000', '430000', '430202-01'])
    judges.push(await acceptedJudge(selection, unit));
  const url = (rest = ''): string =>
    `/api/judging/programmes/${selection.programmeId}/conflicts${rest}`;
  return {
    ...{ selection, url },
    judge: (at: number) => {
      const judge = judges[at];
      if (judge === undefined) throw new Error(`no judge ${at}`);
      return judge;
    },
    listed: async (rest = ''): Promise<ConflictRow[]> => {
      const reply = await selection.admin.get(url(rest));
      if (reply.status !== 200) throw new Error(`not listed: ${reply.text}`);
      return reply.body.conflicts;
    },
    decide: (row: ConflictRow, action: string, note = '已核实'): Promise<Reply> =>
      selection.admin.post(
        `/api/judging/conflicts/${row.id}/decision`,
        { action, note },
        row.version,
      ),
    recuse: (body: object): Promise<Reply> => selection.admin.post(url(), body),
    caseNoOf: async (entryId = ''): Promise<string> => {
      const rows = await system<{ caseNo: string }>(
        house,
        'select case_no as "caseNo" from entries.entry where id = $1',
        [entryId],
      );
      return rows[0]?.caseNo ?? '';
    },
  };
}
