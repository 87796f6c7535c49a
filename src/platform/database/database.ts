import { DataSource, type EntityManager } from 'typeorm';
import type { Actor, Tx } from './tx.js';

/** The role every transaction runs as: it owns no table, so row-level security binds it. */
export const applicationRole = 'linxuan_app';

const realClock = `clock_timestamp()`;
const movableClock = `clock_timestamp() + (select shift from platform.rehearsal_clock)`;

const retried = new Set(['40001', '40P01']);
const attempts = 4;

/** Opens transactions. The only way to the database for use cases. */
export class Database {
  readonly #enter: string;

  /** @param clockMoves true only where a rehearsal may shift time; never in production. */
  constructor(
    readonly source: DataSource,
    clockMoves: boolean,
  ) {
    this.#enter = `select set_config('role', '${applicationRole}', true),
      set_config('app.person', $1, true), set_config('app.organisation', $2, true),
      set_config('app.role', $3, true), ${clockMoves ? movableClock : realClock} as now`;
  }

  /**
   * Runs `work` in one transaction as the application role for `actor`; all of it or nothing.
   * Work that lost against a concurrent transaction (deadlock, serialization) is run again.
   */
  async transaction<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.source.transaction((manager) => this.#run(manager, actor, work));
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

  async #run<Result>(
    manager: EntityManager,
    actor: Actor,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const [row] = await manager.query<{ now: Date }[]>(this.#enter, [
      actor.personId ?? '',
      actor.organisationId ?? '',
      actor.role,
    ]);
    if (row === undefined) throw new Error('the clock did not answer');
    return work({ manager, actor, now: row.now });
  }
}

/** The SQLSTATE of an error that came from PostgreSQL, such as `23505`. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError } = error as { code?: unknown; driverError?: { code?: unknown } };
  const state = driverError?.code ?? code;
  return typeof state === 'string' && /^[0-9A-Z]{5}$/.test(state) ? state : undefined;
}
