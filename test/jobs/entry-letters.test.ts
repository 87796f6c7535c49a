import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Events } from '../../src/audit/public-api.js';
import { systemActor } from '../../src/platform/database/tx.js';
import { rawEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

describe('a letter about an entry', () => {
  let house: House;
  let organisations: Map<string, string>;
  let programmeId: string;

  beforeAll(async () => {
    house = await openHouse({ worker: true });
    organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    programmeId = await openProgramme(
      await clientIn(house, organisations, 'programme-admin', '430000'),
    );
  });
  afterAll(() => house.close());

  /** Tells the creator of an entry that it was received or returned; the letter's words. */
  async function told(event: string, createdBy: string, title: string): Promise<string> {
    const unit = { programmeId, unitCode: '430102-01', createdBy, title } as const;
    const entryId = await rawEntry(house, organisations, unit);
    const eventId = await house.database.transaction(systemActor, (tx) =>
      house.app.get(Events, { strict: false }).record(tx, event, { entryId }),
    );
    return until('the letter is caught', async () => {
      const [mail] = await system<{ body: string }>(
        house,
        `select mail.body from notifications.letter letter
         join platform.caught_mail mail on mail.message_id = '<' || letter.id || '@linxuan>'
         where letter.event_id = $1`,
        [eventId],
      );
      return mail?.body;
    });
  }
  const submitter = (): Promise<string> =>
    personIn(house, 'submitter', organisations.get('430102-01') ?? '');

  it.each([
    ['received', 'entries.submitted', '已收到'],
    ['returned', 'entries.returned', '提交截止时间：2020年8月15日 17:00'],
    ['refused', 'entries.declined', '有新的审核结果'],
    ['taken up again', 'entries.reconsidered', '现重新审核'],
  ])('that was %s says so to its creator', async (what, event, words) => {
    const body = await told(event, await submitter(), `红烛领航 ${what}`);
    expect(body).toContain(`“红烛领航 ${what}”`);
    expect(body).toContain(words);
    expect(body).toMatch(/\/entries\/[0-9a-f-]{36}\n/);
  });

  it('that is to be corrected says until when, to its creator and its recommending unit', async () => {
    const createdBy = await submitter();
    const officer = await personIn(house, 'prefecture-officer', organisations.get('430100') ?? '');
    const entryId = await rawEntry(house, organisations, {
      programmeId,
      unitCode: '430102-01',
      createdBy,
      title: '红烛领航 补正',
      state: 'correcting',
      rank: 1,
      caseNo: '2020-DY-4301-01',
      correctionDueAt: new Date('2020-08-18T09:00:00Z'),
    });
    const eventId = await house.database.transaction(systemActor, (tx) =>
      house.app.get(Events, { strict: false }).record(tx, 'entries.correction-asked', { entryId }),
    );
    const told = await until('both letters are caught', async () => {
      const mails = await system<{ personId: string; body: string }>(
        house,
        `select letter.person_id as "personId", mail.body from notifications.letter letter
         join platform.caught_mail mail on mail.message_id = '<' || letter.id || '@linxuan>'
         where letter.event_id = $1`,
        [eventId],
      );
      return mails.length === 2 ? mails : undefined;
    });
    expect(told.map(({ personId }) => personId).sort()).toEqual([createdBy, officer].sort());
    for (const { body } of told)
      expect(body).toContain('补正截止时间：2020年8月18日 17:00（北京时间');
  });

  it('tells nothing to whoever no longer acts for the unit', async () => {
    const personId = await submitter();
    await system(house, 'update identity.role_grant set revoked_at = now() where person_id = $1', [
      personId,
    ]);
    const body = await told('entries.returned', personId, '红烛领航 撤权');
    expect(body).toContain('您有一项新通知，请登录系统查看');
    expect(body).not.toContain('红烛领航');
    expect(body).not.toContain('精品案例遴选');
  });
});
