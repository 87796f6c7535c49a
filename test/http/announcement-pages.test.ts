import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { system } from '../support/judging.js';
import { type JudgedSelection, verifiedSelection } from '../support/tally.js';
import { until } from '../support/until.js';

describe('a released page', () => {
  let house: House;
  let selection: JudgedSelection;
  let url: string;
  const hostile = `"><script>alert('公示')</script><img src=x onerror=alert(1)>&amp;`;

  beforeAll(async () => {
    house = await openHouse({ worker: true });
    selection = await verifiedSelection(house);
    url = `/api/announcement/programmes/${selection.programmeId}`;
    await system(house, 'update entries.entry set title = $1 where id = $2', [
      hostile,
      selection.entryIds[0],
    ]);
    await house.setClock('2025-10-27T01:00:00.000Z');
  });
  afterAll(() => house.close());

  const page = async (address: string): Promise<Reply> =>
    until(`${address} is written`, async () => {
      const reply = await house.visitor.get(address);
      return reply.status === 200 ? reply : undefined;
    });

  it('is nowhere before the release', async () => {
    const { body } = await selection.admin.get(url);
    for (const address of [
      `/p/${body.slug}`,
      `/p/${body.slug}/notice`,
      `/p/${body.slug}/results`,
    ]) {
      const reply = await house.visitor.get(address);
      expect([reply.status, reply.headers['content-type']]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
    }
    expect((await house.visitor.get('/api/announcement/public')).body).toEqual([]);
  });

  it('has exactly the list, in administrative order, and runs nothing', async () => {
    const form = { startsOn: '2025-10-27', contact: '基础教育处 0731-00000000' };
    expect((await selection.admin.post(`${url}/notice`, form)).status).toBe(201);
    const { body } = await selection.admin.get(url);
    const reply = await page(`/p/${body.slug}/notice`);
    const cells = [...reply.text.matchAll(/<td [^>]*>(.*?)<\/td>/g)].map(([, cell]) => cell);
    const escaped = hostile
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    const [second] = await system<{ title: string }>(
      house,
      'select title from entries.entry where id = $1',
      [selection.entryIds[1]],
    );
    expect(cells).toEqual([
      ...['1', escaped, '芙蓉区示例小学', '长沙市'],
      ...['2', second?.title, '芙蓉区示例中学', '长沙市'],
    ]);
    expect(reply.text).not.toContain(hostile);
    expect(reply.text).not.toContain('<script');
    expect(reply.text).toContain('2025年10月27日');
    expect(reply.text).toContain('基础教育处 0731-00000000');
    expect(reply.headers['cache-control']).toBe('public, max-age=60');
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'");
  });

  it('tells no score, rank, judge or title of who was not selected', async () => {
    const { body } = await selection.admin.get(url);
    const { text } = await page(`/p/${body.slug}/notice`);
    const others = await system<{ title: string }>(
      house,
      'select title from entries.entry where id = any($1)',
      [selection.entryIds.slice(2)],
    );
    const secrets = ['81.50', '79.50', 'DY-0', '2020-DY', ...others.map(({ title }) => title)];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it('bears the fingerprint of its list', async () => {
    const [release] = await system<{ content: object; fingerprint: string; text: string }>(
      house,
      'select content, fingerprint from announcement.release',
    );
    const sorted = JSON.stringify(release?.content, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
    const fingerprint = createHash('sha256').update(sorted).digest('hex');
    expect(release?.fingerprint).toBe(fingerprint);
    const { body } = await selection.admin.get(url);
    expect((await page(`/p/${body.slug}/notice`)).text).toContain(fingerprint);
  });

  it('is listed for visitors and found under the short address', async () => {
    const { body } = await selection.admin.get(url);
    expect((await house.visitor.get('/api/announcement/public')).body).toEqual([
      {
        kind: 'notice',
        title: '精品案例遴选拟入选名单公示',
        address: `/p/${body.slug}/notice`,
        startsOn: '2025-10-27',
        endsOn: '2025-11-03',
        workingDaysLeft: 6,
        releasedAt: expect.stringMatching(/^2025-10-27T01:00:/),
      },
    ]);
    const short = await house.visitor.get(`/p/${body.slug}`);
    expect([short.status, short.headers['location']]).toEqual([302, `/p/${body.slug}/notice`]);
  });

  it('of the results has the same list, and the notice then points to it', async () => {
    await house.setClock('2025-11-03T16:00:00.000Z');
    const { slug } = (await selection.admin.get(url)).body;
    const rows = (text: string): string[] => text.match(/<tbody.*?<\/tbody>/gs) ?? [];
    const notice = await page(`/p/${slug}/notice`);
    expect((await selection.admin.post(`${url}/final`)).status).toBe(201);
    const results = await page(`/p/${slug}/results`);
    expect(rows(results.text)).toEqual(rows(notice.text));
    await until(
      'the notice is concluded',
      async () =>
        (await page(`/p/${slug}/notice`)).text.includes(`href="/p/${slug}/results"`) || undefined,
    );
    const short = await house.visitor.get(`/p/${slug}`);
    expect(short.headers['location']).toBe(`/p/${slug}/results`);
  });

  it.each(['/p/nobody/notice', '/p/..%2f..%2fetc/notice', '/p/x/final.html', '/p/%00/notice'])(
    'is not at %s',
    async (address) => {
      const reply = await house.visitor.get(address);
      expect([400, 404]).toContain(reply.status);
      expect(reply.text).not.toContain('名单指纹');
    },
  );
});
