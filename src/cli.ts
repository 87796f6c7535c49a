import 'reflect-metadata';
import fs from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { AuditChain } from './audit/public-api.js';
import { CreateAdmin } from './identity/use-cases/create-admin.js';
import { type Role, roles } from './identity/rules/roles.js';
import { checkInvariants } from './invariants.js';
import { drawReport } from './judging/rules/draw-words.js';
import { verifyDraw } from './judging/rules/verify-draw.js';
import { migrate } from './platform/database/data-source.js';
import { Database } from './platform/database/database.js';
import { openApiDocument } from './platform/http/open-api.js';
import { configOrExit, openDatabase } from './process.js';
import { rehearse } from './rehearsal/rehearse.js';
import { seedDemo } from './seed-demo.js';
import { createServer, createWorker } from './server.js';

const usage = `usage: node dist/cli.js <command>
  migrate                                   bring the database's schema up to date
  create-admin --role R --name N --email E  add an administrator; prints a one-time link
                 [--province-code C] [--province-name N]
  invariants                                check what must always hold; exit 1 if anything does not
  verify-draw <file>                        compute a draw again from its exported record, without
                                            database; exit 1 if anything differs
  seed                                      play the demo selection into an empty database
  rehearse [--json] [--seed S]              play a whole selection from nothing through HTTP
  openapi [file]                            write the API's description
`;

type Command = (args: string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  migrate: async () => {
    const database = await openDatabase(configOrExit(), 'leave');
    const ran = await migrate(database.source);
    process.stdout.write(`schema up to date, ${ran} migration(s) run\n`);
    await database.close();
    return 0;
  },

  'create-admin': async (args) => {
    const { values } = parseArgs({
      args,
      options: {
        role: { type: 'string', default: 'system-admin' },
        name: { type: 'string' },
        email: { type: 'string' },
        'province-code': { type: 'string', default: '430000' },
        'province-name': { type: 'string', default: '湖南省教育厅' },
      },
    });
    const role = roles.find((known) => known === values.role);
    if (role === undefined || !values.name || !values.email) return fail(usage);
    const province = { code: values['province-code'], name: values['province-name'] };
    const link = await createAdmin({ role, name: values.name, email: values.email, province });
    process.stdout.write(`${link}\n`);
    return 0;
  },

  invariants: () =>
    inWorker(async (app) => {
      const failures = await checkInvariants(
        app.get(Database),
        app.get(AuditChain, { strict: false }),
      );
      for (const failure of failures) process.stderr.write(`broken: ${failure}\n`);
      process.stdout.write(
        failures.length === 0 ? 'all invariants hold\n' : `${failures.length} broken\n`,
      );
      return failures.length === 0 ? 0 : 1;
    }),

  'verify-draw': async ([file]) => {
    if (file === undefined) return fail(usage);
    const text = await fs.readFile(file, 'utf8').catch(() => null);
    if (text === null) return fail(`cannot read ${file}\n`);
    const findings = verifyDraw(text);
    process.stdout.write(drawReport(findings));
    return findings.every(({ holds }) => holds) ? 0 : 1;
  },

  seed: async () => {
    const config = configOrExit();
    const database = await openDatabase(config);
    await seedDemo(config, database, new Date());
    await database.close();
    return 0;
  },

  rehearse: async (args) => {
    const { values } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, seed: { type: 'string' } },
    });
    return rehearse({ json: values.json, seed: values.seed }, process.env);
  },

  openapi: async ([file]) => {
    const config = configOrExit();
    const database = await openDatabase(config);
    const app = await createServer({
      config,
      source: database.source,
      databaseUrl: database.url,
      parts: { api: true, worker: false },
    });
    const text = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
    if (file === undefined) process.stdout.write(text);
    else await fs.writeFile(file, text);
    await app.close();
    await database.close();
    return 0;
  },
};

type Admin = Parameters<CreateAdmin['run']>[0] & { role: Role };

const createAdmin = (admin: Admin): Promise<string> =>
  inWorker(async (app, publicUrl) => {
    const token = await app.get(CreateAdmin, { strict: false }).run(admin);
    return `${publicUrl}/welcome#${token}`;
  });

/** Runs `work` inside the whole program, without HTTP and without taking jobs. */
async function inWorker<Result>(
  work: (app: Awaited<ReturnType<typeof createWorker>>, publicUrl: string) => Promise<Result>,
): Promise<Result> {
  const config = configOrExit();
  const database = await openDatabase(config);
  const app = await createWorker({
    config,
    source: database.source,
    databaseUrl: database.url,
    parts: { api: false, worker: false },
  });
  try {
    return await work(app, config.publicUrl);
  } finally {
    await app.close();
    await database.close();
  }
}

function fail(message: string): number {
  process.stderr.write(message);
  return 2;
}

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
process.exitCode = command === undefined ? fail(usage) : await command(args);
