import fs from 'node:fs';
import path from 'node:path';
import { root, run, say } from './run.js';

/** Installs the packages when they are missing or not the ones of the lock file. */
export async function install() {
  const locked = fs.existsSync(path.join(root, 'package-lock.json'));
  if (locked ? installed() : fs.existsSync(path.join(root, 'node_modules'))) return;
  say('Installing packages (once; about a minute)…');
  // Building needs the development packages, whatever NODE_ENV says.
  const words = [locked ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund'];
  await run('npm', words, { shell: process.platform === 'win32' });
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes the second list when an
 * installation is complete, so a broken-off one has none. Optional packages depend on the machine.
 */
function installed() {
  const wanted = packagesOf('package-lock.json');
  const found = packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) =>
      place === '' || (found[place] === undefined ? optional : found[place].version === version),
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
