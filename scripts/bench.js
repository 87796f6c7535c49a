import fs from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.js';
import { exitCode, root, say, tool } from './run.js';

/**
 * Runs one measurement by its name and prints its figures; `bench/README.md` says what they mean.
 * What needs a server and a database is a suite; what measures the built code alone is a program.
 */
const folder = path.join(root, 'bench');
const suites = namesOf('.bench.ts');
const programs = namesOf('.js');
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || ![...suites, ...programs].includes(name)) {
  say(`usage: npm run bench -- <${[...suites, ...programs].sort().join(' | ')}>`);
  process.exit(2);
}
await prepare();
const words = suites.includes(name)
  ? [
      tool('vitest/vitest.mjs'),
      'run',
      '--config',
      'bench/vitest.config.ts',
      `bench/${name}.bench.ts`,
    ]
  : [path.join(folder, `${name}.js`)];
process.exit(await exitCode(process.execPath, [...words, ...rest], { stdio: 'inherit' }));

function namesOf(ending) {
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}
