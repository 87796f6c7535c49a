import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepare } from './prepare.js';
import { endWithParent, exitCode, say, tool } from './run.js';
import { summarise } from './test-summary.js';

/** What some suites need from the machine. At a desk they may be left out; on CI they may not. */
const needed = {
  'redis-server': ['redis-server'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
};

function demandPrograms() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const present = (name) => folders.some((folder) => fs.existsSync(path.join(folder, name)));
  const missing = Object.keys(needed).filter((name) => !needed[name].some(present));
  if (missing.length === 0) return;
  say(`Not installed: ${missing.join(', ')}. With CI=true every suite must run; see .ci/run.`);
  process.exit(1);
}

async function runTests(report) {
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [tool('vitest/vitest.mjs'), ...words, ...process.argv.slice(2)];
  const code = await exitCode(process.execPath, command, { stdio: ['ignore', 'inherit', 2] });
  const text = fs.existsSync(report) ? fs.readFileSync(report, 'utf8') : undefined;
  return summarise(text, code);
}

endWithParent();
if (process.env.CI === 'true') demandPrograms();
await prepare();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'linxuan-report-'));
try {
  const { line, remark, passed } = await runTests(path.join(scratch, 'report.json'));
  if (remark) console.log(remark);
  console.log(line);
  process.exitCode = passed ? 0 : 1;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
