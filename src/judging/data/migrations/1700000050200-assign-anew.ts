import type { MigrationInterface, QueryRunner } from 'typeorm';

const policy = (states: string): string => `
  drop policy admin_assigns_anew on judging.score_sheet;
  create policy admin_assigns_anew on judging.score_sheet for delete
    using (platform.role() = 'programme-admin' and state in (${states})
      and exists (select from judging.round r where r.id = round_id and r.state = 'assigned'));
`;

/** A round that never opened is assigned anew as a whole, also what was closed in it: nobody saw it. */
export class AssignAnew1700000050200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy(`'assigned', 'void', 'recused'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(policy(`'assigned'`));
  }
}
