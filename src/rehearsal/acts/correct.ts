import type { Entry } from '../province/shapes.js';
import { administrator } from '../road/call.js';
import { type EntryIds, handIn, idOf } from '../road/submit.js';
import type { Stage } from '../stage.js';

type Shown = {
  readonly version: number;
  readonly state: string;
  readonly fields: readonly { readonly key: string; readonly version: number }[];
};

const hour = 3_600_000;

/** The province asks for corrections: one is made in time, one is called back, one is prolonged and still missed. */
export async function correct(stage: Stage, ids: EntryIds): Promise<void> {
  const { entries } = stage.province;
  const [made, recalled] = entries.filter(({ fate, rank }) => fate === 'reviewed' && rank === 1);
  const missed = entries.find(({ rejection }) => rejection?.code === 'stamp-missing');
  if (!made || !recalled || !missed) throw new Error('nothing needs a correction');
  await correctInTime(stage, made, idOf(ids, made.key));
  await recall(stage, idOf(ids, recalled.key));
  await miss(stage, missed, idOf(ids, missed.key));
}

const dueAfter = ({ timeline }: Stage, hours: number): string =>
  new Date(timeline.check.getTime() + hours * hour).toISOString();

async function ask(stage: Stage, id: string, field: string, text: string): Promise<void> {
  const admin = stage.as(administrator);
  const { version } = await admin.get<Shown>(`/api/entries/${id}`);
  const form = { remarks: [{ field, text }], dueAt: dueAfter(stage, 24) };
  await admin.post(`/api/entries/${id}/correction`, form, version);
}

async function correctInTime(stage: Stage, { typedInBy }: Entry, id: string): Promise<void> {
  await ask(stage, id, 'contactPhone', '联系电话无法接通，请核实。');
  const writer = stage.as(typedInBy);
  const { fields } = await writer.get<Shown>(`/api/entries/${id}`);
  const versionOf = (key: string): number => fields.find((one) => one.key === key)?.version ?? 0;
  await stage.refusedWith('entries.field-not-to-change', () =>
    writer.put(`/api/entries/${id}/fields/insight`, { value: '改写' }, versionOf('insight')),
  );
  const phone = { value: '15400000001' };
  await writer.put(`/api/entries/${id}/fields/contactPhone`, phone, versionOf('contactPhone'));
  await handIn(writer, id);
  stage.plays('correction-asked-and-made');
}

async function recall(stage: Stage, id: string): Promise<void> {
  const admin = stage.as(administrator);
  await ask(stage, id, 'contactEmail', '请核实邮箱。');
  const { version } = await admin.get<Shown>(`/api/entries/${id}`);
  const reason = '已电话核实，邮箱无误。';
  await admin.post(`/api/entries/${id}/correction/recall`, { reason }, version);
  stage.plays('correction-recalled');
}

async function miss(stage: Stage, { typedInBy }: Entry, id: string): Promise<void> {
  const admin = stage.as(administrator);
  await ask(stage, id, 'stamped-form', '推荐表缺少学校公章，请盖章后重新上传。');
  const { version } = await admin.get<Shown>(`/api/entries/${id}`);
  const longer = { dueAt: dueAfter(stage, 30), reason: '学校公章外出年检，宽限半天。' };
  await admin.put(`/api/entries/${id}/correction`, longer, version);
  stage.plays('correction-prolonged');
  await stage.at(new Date(dueAfter(stage, 31)));
  await stage.refusedWith('entries.window-closed', () => handIn(stage.as(typedInBy), id));
  stage.plays('correction-missed');
}
