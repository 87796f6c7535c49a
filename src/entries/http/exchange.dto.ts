import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { exportTables, type ExportTable } from '../use-cases/export-rows.js';
import { type TableForm, tableForms } from '../use-cases/export-tables.js';

export class ExchangeQueryDto {
  @IsUUID() programmeId: string;
}

export class TableQueryDto extends ExchangeQueryDto {
  @IsIn(exportTables) table: ExportTable;
  @IsIn(tableForms) form: TableForm;
}

export class PackageQueryDto extends ExchangeQueryDto {
  /** One recommending unit; all within reach without it. */
  @IsOptional() @IsUUID() unitId?: string;
}
