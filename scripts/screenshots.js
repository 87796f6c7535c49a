import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { prepare } from './prepare.js';
import { root, say } from './run.js';

const folder = path.join(root, 'docs', 'screenshots');
const sizes = [
  { width: 1366, height: 768 },
  { width: 360, height: 780 },
];

/** What is shown, to whom: each a name, a role of the demo and where it is found. */
const scenes = [
  { name: 'sign-in', at: async () => '/sign-in' },
  { name: 'entry-tasks', role: 'submitter', at: entryOf },
  { name: 'prefecture-list', role: 'prefecture-officer', at: async () => '/unit?tab=ranked' },
  { name: 'formal-check', role: 'programme-admin', at: of('/formal-check') },
  { name: 'judging-progress', role: 'programme-admin', at: of('/judging') },
  { name: 'judge-desk', role: 'judge', at: deskInWork, act: scoreByKeys },
  { name: 'report', role: 'programme-admin', at: of('/reporting') },
];

/** @returns where the newest selection has its page under `home` */
function of(home) {
  return async (get) => `${home}/${(await get('/api/programmes')).programmes[0].id}`;
}

async function entryOf(get) {
  const { entries } = await get('/api/entries');
  return entries[0] && `/my/entries/${entries[0].id}`;
}

/** A judge who has begun and is not done. */
async function deskInWork(get) {
  const rounds = (await get('/api/judging/invitations')).flatMap((invitation) => invitation.rounds);
  const [round] = rounds.filter(
    ({ begun, signed, sheets }) => begun > 3 && begun + signed < sheets,
  );
  return round && `/judge/${round.id}/desk`;
}

/** Two scores, typed as judges do. */
async function scoreByKeys(page) {
  await settle(page);
  await page.keyboard.press('1');
  for (const score of ['13.5', '21']) {
    await page.keyboard.type(score);
    await page.keyboard.press('Enter');
  }
  await page.getByText('已保存').waitFor();
}

/** Takes the pictures of every scene at both widths. */
async function shoot(browser, base) {
  const people = await (await fetch(`${base}/api/demo/people`)).json();
  for (const scene of scenes) {
    const { context, at } = await enter(browser, base, scene, people);
    const page = await context.newPage();
    await page.goto(at);
    await scene.act?.(page);
    for (const size of sizes) {
      await page.setViewportSize(size);
      await settle(page);
      const file = path.join(folder, `${scene.name}-${size.width}.png`);
      await page.screenshot({ path: file });
      say(`${path.relative(root, file)} ${Math.ceil(fs.statSync(file).size / 1024)} KB`);
    }
    await context.close();
  }
}

/** A window of the first person of the scene's role who has something to show there. */
async function enter(browser, base, { name, role, at }, people) {
  const candidates = role ? people.filter((person) => person.role === role) : [undefined];
  for (const person of candidates) {
    const context = await browser.newContext({ baseURL: base, reducedMotion: 'reduce' });
    const get = async (url) => (await context.request.get(url)).json();
    if (person)
      await context.request.post('/api/demo/session', {
        data: { personId: person.id },
        headers: { 'x-requested-with': 'linxuan' },
      });
    const place = await at(get);
    if (place) return { context, at: place };
    await context.close();
  }
  throw new Error(`nobody in the demo can show ${name}`);
}

/** Waits until everything has come and every picture is drawn. */
async function settle(page) {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
}

/** Waits until the demo's selection stands in the middle of judging. */
async function played(base) {
  const preparing = async () => (await (await fetch(`${base}/api/site`)).json()).isPreparing;
  await pause(2_000);
  while (await preparing()) await pause(1_000);
}

function findChromium() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((place) => path.join(place, name)))
    .find((file) => fs.existsSync(file));
}

await prepare();
const { Servers } = await import('../dist/rehearsal/servers.js');
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'linxuan-screenshots-'));
const { servers, base } = await Servers.onFreePort({
  ...process.env,
  ...{ LINXUAN_MODE: 'demo', LINXUAN_HOME: home, DATABASE_URL: '', REDIS_URL: '' },
});
const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
try {
  say('Playing the demo…');
  await servers.start('main');
  await played(base);
  fs.mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  await shoot(browser, base).finally(() => browser.close());
} finally {
  await servers.stop();
  fs.rmSync(home, { recursive: true, force: true });
}
