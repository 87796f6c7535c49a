import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A category may leave a draft; a trigger keeps those of open selections. */
export class CategoriesOfDrafts1700000030200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on programmes.category to linxuan_app');
  }

  async down(): Promise<void> {
    throw new Error('selections are not dropped: restore a backup');
  }
}
