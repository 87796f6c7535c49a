import { setTimeout as pause } from 'node:timers/promises';
import { entryDocx } from '../documents/entry-docx.js';
import { plantedEntry, plantedFiles } from '../documents/planted.js';
import { photoJpeg } from '../documents/photo-jpeg.js';
import { stampedFormPdf } from '../documents/stamped-form-pdf.js';
import type { Caller, Upload } from '../caller.js';
import type { Entry } from '../province/shapes.js';
import { each, type Stage } from '../stage.js';
import type { Call } from './call.js';

/** The id the server gave each entry, by the entry's key in the generated province. */
export type EntryIds = ReadonlyMap<string, string>;

type Shown = { readonly version: number; readonly attachments: readonly { state: string }[] };

/** Units and prefectures write their entries in the window; two of them press submit too late. */
export async function submit(stage: Stage, call: Call): Promise<EntryIds> {
  const { entries } = stage.province;
  await stage.at(new Date(stage.timeline.submissionOpens.getTime()));
  const ids = new Map<string, string>();
  await each(entries, async (entry) => {
    ids.set(entry.key, await write(stage, call, entry));
  });
  const late = entries.filter(({ fate }) => fate === 'late');
  const inTime = entries.filter(({ fate }) => fate !== 'late');
  await stage.at(new Date(stage.timeline.submissionCloses.getTime() - 60_000));
  await each(inTime, (entry) => handIn(stage.as(entry.typedInBy), idOf(ids, entry.key)));
  await stage.at(stage.timeline.submissionCloses);
  for (const entry of late)
    await stage.refusedWith('entries.window-closed', () =>
      handIn(stage.as(entry.typedInBy), idOf(ids, entry.key)),
    );
  return ids;
}

export function idOf(ids: EntryIds, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} was never created`);
  return id;
}

/** A draft with every field saved by itself and three real files. */
async function write(stage: Stage, call: Call, entry: Entry): Promise<string> {
  const writer = stage.as(entry.typedInBy);
  const { id } = await writer.post<{ id: string }>('/api/entries', {
    programmeId: call.programmeId,
    categoryCode: entry.categoryCode,
    title: entry.title,
  });
  for (const [key, value] of Object.entries(fieldsOf(entry)))
    await writer.put(`/api/entries/${id}/fields/${key}`, { value }, 0);
  for (const [rule, file] of await filesOf(stage, entry))
    await writer.sendInParts(`/api/entries/${id}/uploads`, rule, file);
  await checked(writer, id);
  return id;
}

/** Waits until every file of an entry has left quarantine. */
async function checked(writer: Caller, id: string): Promise<void> {
  for (const patience = Date.now() + 60_000; Date.now() < patience; await pause(100)) {
    const { attachments } = await writer.get<Shown>(`/api/entries/${id}`);
    if (attachments.every(({ state }) => state === 'ready')) return;
  }
  throw new Error(`the files of ${id} are not ready`);
}

const fieldsOf = (entry: Entry): Record<string, unknown> => ({
  ...entry.fields,
  ...Object.fromEntries(entry.sections.map(({ key, text }) => [key, text])),
  originality: true,
});

/** How the files of an entry are made. */
const plainFiles = {
  body: entryDocx,
  form: stampedFormPdf,
  photo: (entry: Entry) => photoJpeg(entry, 0),
};

async function filesOf({ province }: Stage, entry: Entry): Promise<[string, Upload][]> {
  const make = entry === plantedEntry(province.entries) ? plantedFiles : plainFiles;
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return [
    ['body', { name: `${entry.title}.docx`, type: docx, bytes: await make.body(entry) }],
    [
      'stamped-form',
      { name: '推荐表.pdf', type: 'application/pdf', bytes: await make.form(entry) },
    ],
    ['photo', { name: '活动照片.jpg', type: 'image/jpeg', bytes: await make.photo(entry) }],
  ];
}

/** Submits the version last seen. */
export async function handIn(writer: Caller, id: string): Promise<void> {
  const { version } = await writer.get<Shown>(`/api/entries/${id}`);
  await writer.post(`/api/entries/${id}/submission`, undefined, version);
}
