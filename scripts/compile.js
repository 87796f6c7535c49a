import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root, run, say, tool } from './run.js';

const tests = /\.(test|spec)\.ts$/;
const rules = /^src\/([^/]+\/rules|platform\/pure)\//;

/** The two halves of the program: what they are made of, what they become and how. */
const halves = [
  {
    name: 'server',
    sources: ['src', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'],
    concerns: () => true,
    result: 'dist/main.js',
    stamp: 'dist/.built-server',
    words: [tool('@nestjs/cli/bin/nest.js'), 'build'],
  },
  {
    name: 'web',
    sources: ['web', 'src', 'package-lock.json'],
    // The pages borrow the pure rules of the server and nothing else of it.
    concerns: (file) => !file.startsWith('src/') || rules.test(file),
    result: 'web/dist/index.html',
    stamp: 'dist/.built-web',
    words: [tool('vite/bin/vite.js'), 'build', '--config', 'web/vite.config.ts'],
  },
];

/** Builds what has changed since the last build, or everything when `force` is set. */
export async function compile({ force = false } = {}) {
  const stale = halves
    .map((half) => ({ ...half, now: fingerprint(half) }))
    .filter((half) => force || !isBuilt(half));
  if (stale.length === 0) return;
  say(`Building ${stale.map(({ name }) => name).join(' and ')}…`);
  const ends = await Promise.allSettled(stale.map(build));
  const failed = ends.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

async function build({ words, stamp, now }) {
  const file = path.join(root, stamp);
  fs.rmSync(file, { force: true });
  await run(process.execPath, words, { env: { ...process.env, NODE_ENV: 'production' } });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, now);
}

function isBuilt({ result, stamp, now }) {
  if (!fs.existsSync(path.join(root, result))) return false;
  try {
    return fs.readFileSync(path.join(root, stamp), 'utf8') === now;
  } catch {
    return false;
  }
}

/** One text for the state of the sources: names, sizes and times, which is quick to read. */
function fingerprint({ sources, concerns }) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder).filter(concerns)) {
    const { size, mtimeMs } = fs.statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(name) {
  const found = fs.statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [name] : [];
  return fs
    .readdirSync(path.join(root, name), { withFileTypes: true })
    .filter((entry) => entry.name !== 'dist' && !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${name}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(file);
      return tests.test(file) ? [] : [file];
    });
}
