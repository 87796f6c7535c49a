import { IsOptional, IsUUID, Matches } from 'class-validator';

export class AuditLinesQueryDto {
  /** The last line of the page before. */
  @IsOptional() @IsUUID() before?: string;
  /** Only events whose code holds one of these parts; commas between. */
  @IsOptional() @Matches(/^[a-z.-]{1,80}(,[a-z.-]{1,80}){0,199}$/) event?: string;
}
