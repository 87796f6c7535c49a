// Writes the API's description and the web's types from the built server, so that no type is written twice.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The description (JSON text) and the types made from it. */
export async function generateTypes() {
  const home = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-types-'));
  const description = path.join(home, 'openapi.json');
  const types = path.join(home, 'schema.d.ts');
  try {
    run('dist/cli.js', ['openapi', description], { LINXUAN_MODE: 'demo', LINXUAN_HOME: home });
    run('node_modules/openapi-typescript/bin/cli.js', [description, '-o', types], {});
    return await fs.readFile(types, 'utf8');
  } finally {
    await fs.rm(home, { recursive: true, force: true });
  }
}

function run(program, args, env) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', ...env },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await fs.writeFile(path.join(root, 'web/src/api/schema.d.ts'), await generateTypes());
