import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { playRoad, type Report } from './play-road.js';
import { Servers } from './servers.js';
import type { NewAdmin } from './stage.js';
import { roadFrom } from './timeline.js';

/** The rehearsal's year has an official holiday table, whatever the year outside. */
const firstDay = Date.UTC(2026, 2, 2);

/**
 * Starts an installation from nothing, plays the whole road and checks the invariants.
 * `env` may name servers (`DATABASE_URL`, `REDIS_URL`); then API and worker are separate processes.
 * @returns the exit code: 0 when everything happened as it must and every invariant holds
 */
export async function rehearse(
  options: { json: boolean; seed?: string },
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const began = performance.now();
  const home = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-rehearsal-'));
  const separate = Boolean(env['DATABASE_URL']);
  const { servers, base } = await Servers.onFreePort({
    ...env,
    LINXUAN_MODE: 'rehearsal',
    LINXUAN_HOME: home,
    LINXUAN_WORKER: separate ? 'separate' : 'inside',
  });
  try {
    await servers.start('main');
    if (separate) await servers.start('worker');
    const report = await playRoad({
      base,
      seed: options.seed,
      timeline: roadFrom(firstDay),
      until: 'end',
      doors: { createAdmin: (admin) => printedLink(servers, admin) },
    });
    const { code, output } = await servers.command(['invariants']);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    print({ ...report, seconds }, options.json, output);
    return code;
  } finally {
    await servers.stop();
    await fs.rm(home, { recursive: true, force: true });
  }
}

/** The token of the one-time link that the operator's command prints. */
async function printedLink(servers: Servers, admin: NewAdmin): Promise<string> {
  const { role, name, email, province } = admin;
  const { code, output } = await servers.command([
    'create-admin',
    ...['--role', role, '--name', name, '--email', email],
    ...['--province-code', province.code, '--province-name', province.name],
  ]);
  const token = output.split('#')[1];
  if (code !== 0 || token === undefined) throw new Error(`create-admin ended with ${code}`);
  return token;
}

function print(report: Report & { seconds: number }, json: boolean, invariants: string): void {
  const lines = [
    `entries uploaded   ${report.entries}`,
    `endorsed           ${report.endorsed}`,
    `rejected           ${report.rejected}`,
    `judges             ${report.judges}`,
    `sheets signed      ${report.sheets}`,
    ...Object.entries(report.refused).map(([code, count]) => `refused ${count} ×  ${code}`),
    ...Object.entries(report.played).map(([act, count]) => `played ${count} ×  ${act}`),
    ...Object.entries(report.winners ?? {}).map(
      ([category, count]) => `winners ${category}         ${count}`,
    ),
    `tally hash         ${report.tallyHash}`,
    `mails delivered    ${report.mails}`,
    `seconds            ${report.seconds}`,
    invariants,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
}
