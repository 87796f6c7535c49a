import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/platform/pure/seeded-random.js';
import { Browser, findChromium, press, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

const chromium = await findChromium();
const kinds = ['network', 'reload', 'crash', 'session', 'second tab', 'server'] as const;
type Kind = (typeof kinds)[number];

const momentsEach = 10;
/** Milliseconds that pass between the last key and the interruption. */
const waits = [0, 200, 600, 1_050, 1_500, 2_000];
/** Always the same thirty moments; INTERRUPTIONS_SEED hunts at others. */
const hunted = process.env['INTERRUPTIONS_SEED'];
const seeds = hunted === undefined ? ['a', 'b', '7'] : [1, 2, 3].map((nth) => `${hunted}/${nth}`);
const label = '一、背景与起因';

/** What was typed at once, and whether it must be there from now on. */
type Piece = { readonly text: string; settled: boolean };

/** A text being written in one section, with what must be there by now. */
class Writing {
  page: Page;
  readonly #pieces: Piece[] = [];

  constructor(
    private readonly open: () => Promise<Page>,
    page: Page,
  ) {
    this.page = page;
  }

  box() {
    return this.page.getByRole('textbox', { name: label });
  }

  /** Types a piece that stands nowhere else, and waits. What then is older than a second has to stay. */
  async type(wait: number): Promise<void> {
    const piece = { text: `第${this.#pieces.length + 1}段。`, settled: false };
    await this.box().press('Control+End');
    await this.page.keyboard.type(piece.text);
    this.#pieces.push(piece);
    // Also behind the window that asks who has been signed out to sign in again.
    const standing = await this.page
      .getByRole('textbox', { name: label, includeHidden: true })
      .inputValue();
    // The last keys of a piece go to that window if it opens meanwhile: they were not typed here.
    expect(standing).toMatch(this.#whole);
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (wait < 1_000) return;
    for (const one of this.#pieces) one.settled ||= standing.includes(one.text);
  }

  /** All that is settled is there, nothing twice, nothing that was never typed. */
  async check(after: string): Promise<void> {
    await this.box().waitFor();
    let text = '';
    await until(`${after}: ${this.#whole}`, async () => {
      text = await this.box().inputValue();
      return this.#whole.test(text) || (await this.#restoreAside()) || undefined;
    }).catch((error: unknown) => {
      throw new Error(`the box holds “${text}”`, { cause: error });
    });
    expect(await this.box().inputValue(), after).toMatch(this.#whole);
  }

  /** Every settled piece, in order and once; of the others as much or as little as was in time. */
  get #whole(): RegExp {
    const part = ({ text, settled }: Piece): string =>
      settled ? text : [...text].reduceRight((rest, sign) => `(?:${sign}${rest})?`, '');
    return new RegExp(`^${this.#pieces.map(part).join('')}$`);
  }

  /** How many pieces had to stay. */
  get settled(): number {
    return this.#pieces.filter(({ settled }) => settled).length;
  }

  /** A text that was laid aside is not lost, if it is whole: it goes back where it stood. */
  async #restoreAside(): Promise<boolean> {
    const aside = this.page.getByRole('listitem').filter({
      has: this.page.getByRole('button', { name: `放回此栏：${label}` }),
    });
    for (const one of await aside.all()) {
      if (!this.#whole.test(((await one.locator('.text').textContent()) ?? '').trim())) continue;
      await one.getByRole('button', { name: '放回此栏' }).click();
      return true;
    }
    return false;
  }

  async anew(): Promise<void> {
    await this.page.close();
    this.page = await this.open();
  }
}

describe.skipIf(chromium === undefined)('a text that is being written', () => {
  let house: House;
  let browser: Browser;
  let organisations: ReadonlyMap<string, string>;
  let programmeId: string;
  beforeAll(async () => {
    house = await openHouse();
    organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    browser = await Browser.open(chromium ?? '', await house.listen());
    programmeId = await openProgramme(
      await clientIn(house, organisations, 'programme-admin', '430000'),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it.concurrent.each(seeds)(
    'loses nothing older than a second, whatever interrupts it (seed %s)',
    async (seed) => {
      const random = seededRandom(seed);
      const pick = <Thing>(things: readonly Thing[]): Thing =>
        things[random.below(things.length)] as Thing;
      const client = await clientIn(house, organisations, 'submitter', '430102-01');
      const id = await draftEntry(client, programmeId);
      const open = (): Promise<Page> => browser.page(`/my/entries/${id}/text`, client);
      const writing = new Writing(open, await open());
      const left: Kind[] = [...kinds];
      for (let moment = 0; moment < momentsEach; moment++) {
        const kind = left.splice(random.below(left.length), 1)[0] ?? pick(kinds);
        const wait = pick(waits);
        await writing.type(wait);
        await interrupt(kind, writing, pick(waits));
        await writing.check(`${moment}: ${kind} after ${wait} ms`);
      }
      expect(writing.settled).toBeGreaterThan(0);
      await until(
        'the server holds what stands on the page',
        async () => (await valueOn(client, id)) === (await writing.box().inputValue()) || undefined,
      );
      await writing.page.close();
    },
    120_000,
  );

  it('stays reachable on both sides when two windows write in one field', async () => {
    const client = await clientIn(house, organisations, 'submitter', '430102-01');
    const id = await draftEntry(client, programmeId);
    const [one, other] = [
      await browser.page(`/my/entries/${id}/text`, client),
      await browser.page(`/my/entries/${id}/text`, client),
    ];
    const boxOf = (page: Page) => page.getByRole('textbox', { name: label });
    const write = async (page: Page, text: string): Promise<void> => {
      await boxOf(page).fill(text);
      await boxOf(page).blur();
    };
    const fields = '**/api/entries/*/fields/*';
    await other.route(fields, (route) => route.abort());
    await write(other, '乙写的一段。');
    await write(one, '甲写的一段。');
    await see(one, '已保存');
    await other.unroute(fields);
    await press(other, '立即重试');

    await see(other, `“${label}”有两个版本`);
    expect(await boxOf(other).inputValue()).toBe('乙写的一段。');
    await browser.look(other, 'two-texts');
    await press(other, '采用服务器上的');
    await see(other, '本机留有另一份您写的内容');
    expect(await boxOf(other).inputValue()).toBe('甲写的一段。');
    await browser.look(other, 'laid-aside');

    await other.reload();
    await press(other, `放回此栏：${label}`);
    expect(await boxOf(other).inputValue()).toBe('乙写的一段。');
    await until(
      'the server holds the text that was put back',
      async () => (await valueOn(client, id)) === '乙写的一段。' || undefined,
    );
    await other.getByText('甲写的一段。').waitFor({ state: 'attached' });
    await press(other, `不要了：${label}`);
    await other.getByText('本机留有另一份您写的内容').waitFor({ state: 'detached' });
    // The lines were cut on purpose; all else is a fault.
    expect(browser.faults.filter((fault) => !fault.includes('Failed to load'))).toEqual([]);
  });
});

async function valueOn(client: Client, id: string): Promise<string | undefined> {
  const { fields } = (await client.get(`/api/entries/${id}`)).body as {
    fields: { key: string; value: string }[];
  };
  return fields.find(({ key }) => key === 'background')?.value;
}

async function interrupt(kind: Kind, writing: Writing, wait: number): Promise<void> {
  const { page } = writing;
  const context = page.context();
  if (kind === 'network') {
    await context.setOffline(true);
    await writing.type(wait);
    await context.setOffline(false);
  } else if (kind === 'reload') await page.reload();
  else if (kind === 'crash') {
    const crashed = page.waitForEvent('crash');
    // A page that dies does not answer: who waits for the crash does not wait for the answer.
    void page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    await writing.anew();
  } else if (kind === 'session') {
    const cookies = await context.cookies();
    await context.clearCookies();
    await writing.type(wait);
    await context.addCookies(cookies);
    await page.reload();
  } else if (kind === 'second tab') {
    const other = await browserTab(page);
    await other.getByRole('textbox', { name: '四、经验与启示' }).fill(`另一窗口 ${Date.now()}`);
    await writing.type(wait);
    await other.close();
  } else {
    const fields = '**/api/entries/*/fields/*';
    await page.route(fields, (route) => route.fulfill({ status: 500 }));
    await writing.type(wait);
    await page.unroute(fields);
    await page.reload();
  }
}

async function browserTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(page.url());
  return other;
}
