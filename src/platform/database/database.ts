import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor, Tx } from './tx.js';

const { escapeLiteral } = pg;

/** The role every transaction runs as: it owns no table, so row-level security binds it. */
export const applicationRole = 'linxuan_app';

const realClock = `clock_timestamp()`;
const movableClock = `clock_timestamp() + (select shift from platform.rehearsal_clock)`;

const retried = new Set(['40001', '40P01']);
const attempts = 4;

/** Opens transactions. The only way to the database for use cases. */
export class Database {
  readonly #clock: string;

  /** @param clockMoves true only where a rehearsal may shift time; never in production. */
  constructor(
    readonly source: DataSource,
    clockMoves: boolean,
  ) {
    this.#clock = clockMoves ? movableClock : realClock;
  }

  /**
   * Runs `work` in one transaction as the application role for `actor`; all of it or nothing.
   * Work that lost against a concurrent transaction (deadlock, serialization) is run again.
   */
  async transaction<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(actor, work);
      } catch (error) {
        if (attempt === attempts || !retried.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  /**
   * One statement before there is an actor, as the connecting role: for finding out who the actor is.
   * Everything else goes through `transaction`.
   */
  beforeActor<Row>(statement: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.source.query<Row[]>(statement, [...parameters]);
  }

  /** Begins, works and commits on one connection; a failure rolls everything back. */
  async #once<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      const now = await this.#begin(runner, actor);
      const result = await work({ manager: runner.manager, actor, now });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A rollback fails only with the connection; then the server has rolled back, and the first error tells more.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Begins the transaction, takes the application role, names the actor and reads the clock, all in one
   * round trip: every request pays for it. The runner is told what it would have noted itself.
   */
  async #begin(runner: QueryRunner, { personId, organisationId, role }: Actor): Promise<Date> {
    const client = (await runner.connect()) as Pick<pg.ClientBase, 'query'>;
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const set = (name: string, value: string): string =>
      `set_config('${name}', ${escapeLiteral(value)}, true)`;
    const results = (await client.query(`begin; select ${set('role', applicationRole)},
      ${set('app.person', personId ?? '')}, ${set('app.organisation', organisationId ?? '')},
      ${set('app.role', role)}, ${this.#clock} as now`)) as unknown as pg.QueryResult<{
      now: Date;
    }>[];
    const now = results[1]?.rows[0]?.now;
    if (now === undefined) throw new Error('the clock did not answer');
    return now;
  }
}

/** The SQLSTATE of an error that came from PostgreSQL, such as `23505`. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' && /^[0-9A-Z]{5}$/.test(state) ? state : undefined;
}
