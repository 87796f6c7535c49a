import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people are reached by telephone, and when and by whom they were invited last. */
export class PeopleBelow1700000020100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.person
        add phone text check (length(phone) between 5 and 25),
        add invited_at timestamptz,
        add invited_by uuid references identity.person (id);
      create index organisation_prefecture on identity.organisation (prefecture_id);
      create index organisation_county on identity.organisation (county_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('telephone numbers are not dropped: restore a backup');
  }
}
