import fs from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.js';
import { exitCode, root, say, tool } from './run.js';

/** Runs one measurement by its name and prints its figures; `bench/README.md` says what they mean. */
const known = fs
  .readdirSync(path.join(root, 'bench'))
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace(/\.bench\.ts$/, ''));
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !known.includes(name)) {
  say(`usage: npm run bench -- <${known.join(' | ')}>`);
  process.exit(2);
}
await prepare();
const words = ['run', '--config', 'bench/vitest.config.ts', `bench/${name}.bench.ts`, ...rest];
process.exit(
  await exitCode(process.execPath, [tool('vitest/vitest.mjs'), ...words], { stdio: 'inherit' }),
);
