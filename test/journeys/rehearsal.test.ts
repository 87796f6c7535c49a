import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, type EmptyDatabase } from '../support/fresh-database.js';
import { findRedis, type RunningRedis, startRedis } from '../support/redis.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Plays the whole road as `npm run rehearse -- --json` does; its exit code and last line. */
async function rehearse(env: NodeJS.ProcessEnv): Promise<{ code: number | null; report: unknown }> {
  const child = spawn(process.execPath, [cli, 'rehearse', '--json'], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, report: JSON.parse(said.trim().split('\n').at(-1) ?? '') };
}

/** The same on every machine and with every kind of queue. */
const wholeRoad = {
  entries: 124,
  endorsed: 120,
  rejected: 3,
  judges: 45,
  sheets: 575,
  refused: {
    'announcement.notice-running': 1,
    'entries.field-not-to-change': 3,
    'entries.quota-full': 1,
    'entries.selection-changed': 1,
    'entries.sheet-outdated': 1,
    'entries.window-closed': 3,
    'judging.conflict': 3,
    'judging.entries-lack-sheets': 1,
    'judging.not-found': 1,
    'judging.same-person': 1,
    'judging.sheet-signed': 1,
    'programmes.second-person-needed': 1,
    'tally.second-person-needed': 1,
  },
  played: {
    'assignment-deployed': 2,
    'bulk-act-as-previewed': 1,
    'bulk-act-outdated': 1,
    'copy-found-and-rejected-by-a-person': 1,
    'correction-asked-and-made': 1,
    'correction-missed': 1,
    'correction-prolonged': 1,
    'correction-recalled': 1,
    'decline-undone': 1,
    declined: 1,
    'drafts-imported': 1,
    'entry-transferred': 1,
    'file-taken-along': 10,
    'invited-by-link': 1,
    'leak-found-and-mended': 1,
    'list-locked': 15,
    'list-ranked': 47,
    'list-unlocked-and-locked-again': 1,
    'local-publicity-recorded': 15,
    'material-problem-settled': 1,
    'planted-token-kept-from-judges': 40,
    'return-prolonged': 2,
    'returned-and-corrected': 4,
    'rule-change-rejected': 1,
    'rules-changed-by-two': 1,
    'scan-voided': 1,
    'signed-sheet-unlocked-by-two': 1,
  },
  winners: { DY: 10, SD: 10, JX: 10 },
  tallyHash: '9c4ba9f42f6af1ede50a1ea06c09d33f6b19f797769d12107bc556aaa1589795',
};

describe('the rehearsal', () => {
  it('plays the whole road in one process on the embedded database', async () => {
    const { code, report } = await rehearse({});
    expect(report).toMatchObject(wholeRoad);
    expect(code).toBe(0);
  }, 900_000);
});

const redis = await findRedis();

describe.runIf(redis)('the rehearsal on servers of its own', () => {
  let database: EmptyDatabase;
  let queue: RunningRedis;
  beforeAll(async () => {
    database = await emptyDatabase();
    queue = await startRedis(redis ?? '');
  });
  afterAll(async () => {
    await queue.stop();
    await database.drop();
  });

  it('plays the same road with API and worker apart', async () => {
    const { code, report } = await rehearse({ DATABASE_URL: database.url, REDIS_URL: queue.url });
    expect(report).toMatchObject(wholeRoad);
    expect(code).toBe(0);
  }, 900_000);
});
