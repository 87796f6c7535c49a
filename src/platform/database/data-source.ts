import { DataSource, type EntitySchema, type MigrationInterface, type MixedList } from 'typeorm';

type Class<Instance = object> = new () => Instance;

export type Schema = {
  readonly entities: MixedList<Class | EntitySchema>;
  readonly migrations: Class<MigrationInterface>[];
};

/** A connection pool that knows the whole schema. Not yet connected. */
export const createDataSource = (url: string, schema: Schema, poolSize = 20): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities: schema.entities as Class[],
    migrations: schema.migrations,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    useUTC: true,
    applicationName: 'linxuan',
  });

/** Brings the schema up to date; processes that start together wait for one another. */
export async function migrate(source: DataSource): Promise<number> {
  const lock = source.createQueryRunner();
  await lock.query('select pg_advisory_lock(811001)');
  try {
    return (await source.runMigrations()).length;
  } finally {
    await lock.query('select pg_advisory_unlock(811001)');
    await lock.release();
  }
}
