import type { AxeResults } from 'axe-core';
import path from 'node:path';
import type { Page, Request } from 'playwright-core';
import { until } from './until.js';

/** A desk and a telephone. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 360, height: 780 },
] as const;

const beyondTheEdge = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.documentElement)`;
const nextFrame = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`;
const runAxe = `axe.run(document, {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
})`;

/** Asking who is signed in is how a page learns that nobody is. */
const nobodySignedIn = /\/api\/session$/;

/** Collects what is wrong with pages: accessibility, sideways scrolling, console errors, refused policies. */
export class Watch {
  readonly faults: string[] = [];
  /** What each window still waits for from the server. */
  readonly #asked = new WeakMap<Page, Set<Request>>();

  /** @param shots a folder for pictures of everything looked at */
  constructor(
    private readonly axe: string,
    private readonly shots?: string,
  ) {}

  listen(page: Page): void {
    const asked = new Set<Request>();
    this.#asked.set(page, asked);
    page.on('request', (request) => {
      // A stream of events never ends: it is no reason to wait.
      if (request.resourceType() !== 'eventsource') asked.add(request);
    });
    page.on('requestfinished', (request) => asked.delete(request));
    page.on('requestfailed', (request) => asked.delete(request));
    page.on('pageerror', (error) => this.#note(page, `error: ${error.message}`));
    page.on('console', (message) => {
      const { url } = message.location();
      if (message.type() !== 'error') return;
      if (nobodySignedIn.test(url) && message.text().includes('401')) return;
      this.#note(page, `console: ${message.text()} (${url})`);
    });
  }

  async look(page: Page, name: string): Promise<void> {
    await this.#settle(page, name);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.evaluate(nextFrame);
      const of = `${name} at ${size.width} px`;
      const over = await page.evaluate<number>(beyondTheEdge);
      if (over > 0) this.faults.push(`${of}: scrolls sideways by ${over} px`);
      for (const violation of await this.#violations(page)) this.faults.push(`${of}: ${violation}`);
      await this.#shoot(page, `${name}-${size.width}`);
    }
    await page.setViewportSize(sizes[0]);
  }

  /** Waits until nothing is on its way to the page and everything that came is drawn. */
  async #settle(page: Page, name: string): Promise<void> {
    await page.locator('h1').first().waitFor();
    await until(`${name} has loaded`, async () => {
      const loading = await page.locator('.skeleton').count();
      return (loading === 0 && this.#asked.get(page)?.size === 0) || undefined;
    });
  }

  /** Where a window stands, in words and, if pictures are wanted, in one. */
  async testify(page: Page): Promise<void> {
    console.error(`at ${page.url()}: ${await page.title()}`);
    await this.#shoot(page, `failed-${new URL(page.url()).pathname.replaceAll('/', '-')}`);
  }

  #note(page: Page, fault: string): void {
    this.faults.push(`${new URL(page.url()).pathname}: ${fault}`);
  }

  async #violations(page: Page): Promise<string[]> {
    if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(this.axe);
    const { violations } = await page.evaluate<AxeResults>(runAxe);
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary})`).join(', ')}`,
    );
  }

  async #shoot(page: Page, name: string): Promise<void> {
    if (this.shots === undefined) return;
    await page.screenshot({
      path: path.join(this.shots, `${name.replaceAll('/', '-')}.png`),
      fullPage: true,
    });
  }
}
