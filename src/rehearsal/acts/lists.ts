import { administrator, type Call } from '../road/call.js';
import { lockList, printAndScan } from '../road/recommend.js';
import type { Stage } from '../stage.js';

type Locked = { readonly unitId: string; readonly unitName: string };

/** The province opens one unit's list again, and the unit prints, stamps, scans and locks it anew. */
export async function unlockOnce(stage: Stage, { programmeId }: Call): Promise<void> {
  const unit = stage.province.quotas[1]?.prefectureCode ?? '';
  const name = stage.province.organisations.find(({ code }) => code === unit)?.name;
  const admin = stage.as(administrator);
  const locks = await admin.get<Locked[]>(`/api/entries/list-locks?programmeId=${programmeId}`);
  const lock = locks.find(({ unitName }) => unitName === name);
  if (lock === undefined) throw new Error(`the list of ${name} is not locked`);
  const { password } = stage;
  const reason = '汇总表盖章不清晰，退回重新盖章。';
  const order = { programmeId, unitId: lock.unitId, reason, password };
  await admin.post('/api/entries/list-unlock', order);
  const officer = stage.as(`officer-${unit.slice(0, 4)}`);
  await printAndScan(officer, programmeId, unit);
  await lockList(stage, officer, programmeId);
  stage.plays('list-unlocked-and-locked-again');
}

const tables = ['summary', 'statistics', 'formal-check'] as const;

/** A unit takes its sheet along, the province its tables and all the entries as one archive. */
export async function takeAlong(stage: Stage, { programmeId }: Call): Promise<void> {
  const query = `programmeId=${programmeId}`;
  const unit = stage.province.quotas[0]?.prefectureCode ?? '';
  const [admin, officer] = [stage.as(administrator), stage.as(`officer-${unit.slice(0, 4)}`)];
  const take = async (who: typeof admin, path: string, begins: string): Promise<void> => {
    const bytes = await who.bytes(path);
    if (!bytes.toString('latin1').startsWith(begins)) throw new Error(`${path} is no ${begins}`);
    stage.plays('file-taken-along');
  };
  const [pdf, zip] = ['%PDF', 'PK'];
  for (const form of ['pdf', 'scan'])
    await take(officer, `/api/entries/list-sheet/file?${query}&form=${form}`, pdf);
  await take(officer, `/api/entries/list-sheet/file?${query}&form=xlsx`, zip);
  for (const table of tables) {
    await take(admin, `/api/entries/exports/table?${query}&table=${table}&form=pdf`, pdf);
    await take(admin, `/api/entries/exports/table?${query}&table=${table}&form=xlsx`, zip);
  }
  await take(officer, `/api/entries/exports/package?${query}`, zip);
}
