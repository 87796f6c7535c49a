import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/platform/pure/seeded-random.js';
import { Browser, findChromium } from '../support/browser.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

const chromium = await findChromium();
const kinds = ['network', 'reload', 'crash', 'session', 'second tab', 'server'] as const;
type Kind = (typeof kinds)[number];

const entries = 3;
const momentsEach = 10;
/** Milliseconds that pass between the last key and the interruption. */
const waits = [0, 200, 600, 1_050, 1_500, 2_000];
/** A hunt, not yet a proof: some seeds still end in a choice between two texts. Set it to hunt. */
const seed = process.env['INTERRUPTIONS_SEED'];

/** A text being written in one section, with what must be there by now. */
class Writing {
  page: Page;
  /** Everything that was ever typed. */
  typed = '';
  /** How much of it is older than a second. */
  settled = 0;
  #nth = 0;

  constructor(
    private readonly open: () => Promise<Page>,
    page: Page,
  ) {
    this.page = page;
  }

  box() {
    return this.page.getByRole('textbox', { name: '一、背景与起因' });
  }

  /** Types a piece that stands nowhere else, and waits. */
  async type(wait: number): Promise<void> {
    const piece = `第${++this.#nth}段。`;
    await this.box().press('Control+End');
    await this.page.keyboard.type(piece);
    this.typed += piece;
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (wait >= 1_000) this.settled = this.typed.length;
  }

  /** Reads the box: all that is settled, nothing twice, nothing that was never typed. */
  async check(after: string): Promise<void> {
    await this.box().waitFor();
    const text = await this.box().inputValue();
    expect(
      this.typed.startsWith(text),
      `${after}: “${text}” is no beginning of “${this.typed}”`,
    ).toBe(true);
    expect(text.length, `${after}: “${text}” of “${this.typed}”`).toBeGreaterThanOrEqual(
      this.settled,
    );
    this.typed = text;
  }

  async anew(): Promise<void> {
    await this.page.close();
    this.page = await this.open();
  }
}

describe.skipIf(chromium === undefined || seed === undefined)(
  'a text that is being written',
  () => {
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

    it.each(Array.from({ length: entries }, (_, nth) => nth))(
      `loses nothing older than a second (INTERRUPTIONS_SEED=${seed}, %i)`,
      async (nth) => {
        const random = seededRandom(`${seed}/${nth}`);
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
        await until('the server holds what stands on the page', async () => {
          const { fields } = (await client.get(`/api/entries/${id}`)).body as {
            fields: { key: string; value: string }[];
          };
          const kept = fields.find(({ key }) => key === 'background')?.value;
          return kept === writing.typed || undefined;
        });
        await writing.page.close();
      },
      120_000,
    );
  },
);

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
