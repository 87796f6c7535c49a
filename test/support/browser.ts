import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type Browser as Chromium,
  type BrowserContext,
  chromium,
  type Page,
} from 'playwright-core';
import type { Client } from './client.js';
import { Watch } from './watch.js';

const candidates = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A real browser without a window, which talks to nobody but the pages' server. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine, or undefined; under CI its absence is a failure. */
export async function findChromium(): Promise<string | undefined> {
  for (const candidate of candidates)
    if (
      await fs.access(candidate).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  if (process.env['CI'] === 'true')
    throw new Error('chromium is missing: install Debian package chromium');
  return undefined;
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * The browsers of several people, each with cookies and windows of their own. With SCREENSHOTS=<folder>
 * in the environment every page looked at is also drawn there.
 */
export class Browser {
  readonly #contexts = new Map<Client, BrowserContext>();
  readonly #watch: Watch;

  private constructor(
    private readonly chromium: Chromium,
    readonly base: string,
    axeSource: string,
  ) {
    this.#watch = new Watch(axeSource, process.env['SCREENSHOTS']);
  }

  static async open(program: string, base: string): Promise<Browser> {
    const source = await fs.readFile(axe, 'utf8');
    const launched = await chromium.launch({ executablePath: program, args: flags });
    return new Browser(launched, base, source);
  }

  /** A new window of this person, or of a new visitor, at a path of the house. */
  async page(at: string, client?: Client): Promise<Page> {
    const context = await this.#contextOf(client);
    const page = await context.newPage();
    this.#watch.listen(page);
    await page.goto(at);
    return page;
  }

  /** Looks a page over, at the width of a desk and of a telephone, once it has loaded. */
  look = (page: Page, name: string): Promise<void> => this.#watch.look(page, name);

  /** Everything that was wrong with the pages so far. */
  get faults(): readonly string[] {
    return this.#watch.faults;
  }

  /** For a test that failed: where every window stood and what was wrong so far. */
  async testify(): Promise<void> {
    for (const context of this.chromium.contexts())
      for (const page of context.pages()) await this.#watch.testify(page);
    for (const fault of this.faults) console.error(fault);
  }

  close(): Promise<void> {
    return this.chromium.close();
  }

  async #contextOf(client: Client | undefined): Promise<BrowserContext> {
    const known = client && this.#contexts.get(client);
    if (known) return known;
    const context = await this.chromium.newContext({
      baseURL: this.base,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    if (client) {
      const [name = '', value = ''] = (client.cookie ?? '').split('=');
      await context.addCookies([{ name, value, url: this.base }]);
      this.#contexts.set(client, context);
    }
    return context;
  }
}

/** Types into the field of this label, as many as are given. */
export async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export const follow = (page: Page, name: string): Promise<void> =>
  page.getByRole('main').getByRole('link', { name, exact: true }).click();

/** Waits until this text is to be seen. */
export const see = (page: Page, text: string): Promise<void> =>
  page.getByText(text).first().waitFor();
