import 'reflect-metadata';
import { configOrExit, openDatabase, Stopping } from './process.js';
import { createWorker } from './server.js';

/** The queue's process: jobs, the outbox relay and the audit sealer. */
const config = configOrExit();
const stopping = new Stopping();
const database = await openDatabase(config);
stopping.first(() => database.close());
const worker = await createWorker({
  config,
  source: database.source,
  databaseUrl: database.url,
  parts: { api: false, worker: true },
});
await worker.init();
stopping.first(() => worker.close());
process.stdout.write('Linxuan worker ready\n');
