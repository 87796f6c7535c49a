import { randomUUID } from 'node:crypto';
import { it } from 'vitest';
import { IndexLikeness } from '../src/entries/use-cases/index-likeness.js';
import { fingerprintsOf, foldText } from '../src/entries/rules/likeness.js';
import { seededRandom } from '../src/platform/pure/seeded-random.js';
import type { Reply } from '../test/support/client.js';
import { draftEntry, fillEntry, rawEntry } from '../test/support/entries.js';
import { type House, openHouse } from '../test/support/house.js';
import { system } from '../test/support/judging.js';
import { smallProvince } from '../test/support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../test/support/programmes.js';
import { figures, time } from './measure.js';

const entries = 10_000;
const characters = 3_000;
const random = seededRandom('bench/entries');
const han = Array.from({ length: 2_000 }, (_, index) => String.fromCharCode(0x4e00 + index * 9));
const phrases = Array.from({ length: 4_000 }, () =>
  Array.from({ length: 6 + random.below(8) }, () => han[random.below(han.length)]).join(''),
);

function text(): string {
  let written = '';
  while (written.length < characters) written += `${phrases[random.below(phrases.length)]}，`;
  return written;
}

/** Texts in the index, written as the job writes them but many at a time. */
async function fillIndex(house: House, programmeId: string): Promise<void> {
  const [one] = await system<{ id: string }>(house, 'select id from entries.entry limit 1');
  for (let done = 0; done < entries; done += 100) {
    const rows = Array.from({ length: 100 }, () => {
      const written = text();
      const { text: folded } = foldText(written);
      return { id: randomUUID(), text: written, folded, prints: fingerprintsOf(folded) };
    });
    await system(
      house,
      `insert into entries.entry (id, receipt_no, programme_id, category_id, unit_id, county_id, prefecture_id, title,
         state, version, submitted_at, created_by, created_at, updated_at)
       select r.id, r.id::text, e.programme_id, e.category_id, e.unit_id, e.county_id, e.prefecture_id, e.title,
         e.state, 1, e.submitted_at, e.created_by, e.created_at, e.updated_at
       from entries.entry e, jsonb_to_recordset($2::jsonb) as r (id uuid) where e.id = $1`,
      [one?.id, JSON.stringify(rows.map(({ id }) => ({ id })))],
    );
    await system(
      house,
      `with text as (
         insert into entries.likeness_text (entry_id, text, folded, indexed_at)
         select r.id, r.text, r.folded, now() from jsonb_to_recordset($1::jsonb) as r (id uuid, text text, folded text)
         returning entry_id, no)
       insert into entries.likeness_print (hash, no)
       select print::int, text.no from jsonb_to_recordset($1::jsonb) as r (id uuid, prints jsonb)
       join text on text.entry_id = r.id, jsonb_array_elements_text(r.prints) as print`,
      [JSON.stringify(rows)],
    );
  }
  await house.database.source.query('analyze');
  process.stdout.write(
    `${entries} entries of ${characters} characters of ${programmeId} indexed\n`,
  );
}

/** A call with the index full, and who works in it. */
async function openCall() {
  const house = await openHouse();
  const organisations = await smallProvince(house);
  await house.setClock(whileCollecting);
  const programmeId = await openProgramme(
    await clientIn(house, organisations, 'programme-admin', '430000'),
  );
  const school = await clientIn(house, organisations, 'submitter', '430102-01');
  const officer = await clientIn(house, organisations, 'prefecture-officer', '430100');
  await rawEntry(house, organisations, { programmeId, unitCode: '430102-02' });
  await fillIndex(house, programmeId);
  return { house, programmeId, school, officer };
}

async function succeeding(asked: Promise<Reply>): Promise<void> {
  const { status, text: answer } = await asked;
  if (status >= 300) throw new Error(`${status} ${answer}`);
}

it('entries: list, save, submit and likeness', async () => {
  const { house, programmeId, school, officer } = await openCall();
  const [drafts, complete]: [string[], string[]] = [[], []];
  for (let index = 0; index < 60; index++) {
    drafts.push(await draftEntry(school, programmeId));
    complete.push(await draftEntry(school, programmeId));
  }
  for (const id of complete) await fillEntry(school, id);
  const saved = await time(1_200, 8, (index) =>
    succeeding(
      school.put(
        `/api/entries/${drafts[index % drafts.length]}/fields/practice`,
        { value: text() },
        Math.floor(index / drafts.length),
      ),
    ),
  );
  const listed = await time(500, 8, () =>
    succeeding(officer.get(`/api/entries?programmeId=${programmeId}`)),
  );
  const submitted = await time(complete.length, 4, (index) =>
    succeeding(school.post(`/api/entries/${complete[index]}/submission`, undefined, 1)),
  );
  const index = house.app.get(IndexLikeness, { strict: false });
  const alike = await time(drafts.length, 1, (at) => index.run(drafts[at] ?? ''));
  const lines = [
    figures('list', listed),
    figures('save', saved),
    figures('submit', submitted),
    figures('likeness', alike),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  await house.close();
});
