import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Rows } from '../../platform/http/rows.decorator.js';
import { checkVerdicts, type CheckVerdict } from '../rules/check-items.js';
import {
  bulkActions,
  type BulkAction,
  type CheckTrouble,
  checkTroubles,
} from '../rules/check-selection.js';
import { entryStateNames, type EntryState } from '../rules/entry-states.js';
import { rejectionReasons, type RejectionReason } from '../rules/formal-check.js';

const instant = { strict: true, strictSeparator: true } as const;
/** An instant with its zone: a time of day alone would mean something else on another machine. */
const zoned = /(Z|[+-]\d{2}:\d{2})$/;
const notBlank = /\S/;
const mostRows = 2000;

export class FormalCheckQueryDto {
  @IsUUID() programmeId: string;
  /** The last case number of the page before. */
  @IsOptional() @IsString() @MaxLength(60) after?: string;
}

export class AcceptanceDto {
  /** That everything only a person can tell is as it should be. */
  @IsOptional() @IsBoolean() confirmsOpen?: boolean;
}

export class RejectionDto {
  @IsIn(rejectionReasons) reasonCode: RejectionReason;
  @IsString() @Length(1, 1000) @Matches(notBlank) note: string;
}

export class CheckMarkDto {
  @IsIn(checkVerdicts) verdict: CheckVerdict;
  /** Why: for what fails, and over what the program found. */
  @IsString() @MaxLength(1000) note: string;
}

export class CorrectionRemarkDto {
  /** A field's or an attachment rule's key, or `title`: only what is named may be changed. */
  @Matches(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/) field: string;
  @IsString() @Length(1, 1000) @Matches(notBlank) text: string;
}

export class CorrectionDto {
  @Rows(() => CorrectionRemarkDto, { least: 1, most: 50 })
  remarks: CorrectionRemarkDto[];
  /** ISO instant. */
  @IsISO8601(instant) @Matches(zoned) dueAt: string;
}

export class CorrectionExtensionDto {
  /** ISO instant. */
  @IsISO8601(instant) @Matches(zoned) dueAt: string;
  @IsString() @Length(2, 500) @Matches(notBlank) reason: string;
}

export class CorrectionRecallDto {
  @IsString() @Length(2, 500) @Matches(notBlank) reason: string;
}

export class CheckFilterDto {
  @IsOptional() @IsIn(entryStateNames) state?: EntryState;
  @IsOptional() @Matches(/^[A-Z0-9]{1,8}$/) categoryCode?: string;
  @IsOptional() @IsUUID() prefectureId?: string;
  /** By the worst that stands in an entry's list: failing, open, clear. */
  @IsOptional() @IsIn(checkTroubles) trouble?: CheckTrouble;
}

export class BulkActDto {
  @IsUUID() programmeId: string;
  @IsIn(bulkActions) action: BulkAction;
  /** Those ticked; without it those the filter fits. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostRows)
  @IsUUID('all', { each: true })
  entryIds?: string[];
  @IsOptional() @ValidateNested() @Type(() => CheckFilterDto) filter?: CheckFilterDto;
  /** For `accept`: that everything only a person can tell is as it should be. */
  @IsOptional() @IsBoolean() confirmsOpen?: boolean;
  @ValidateIf(({ action }: BulkActDto) => action === 'reject')
  @IsDefined()
  @ValidateNested()
  @Type(() => RejectionDto)
  rejection?: RejectionDto;
  @ValidateIf(({ action }: BulkActDto) => action === 'ask')
  @IsDefined()
  @ValidateNested()
  @Type(() => CorrectionDto)
  correction?: CorrectionDto;
}

export class SeenRowDto {
  @IsUUID() id: string;
  @IsInt() @Min(1) version: number;
  @IsOptional() @IsString() @MaxLength(60) code: string | null;
}

export class RunBulkActDto extends BulkActDto {
  /** Of the preview that was looked at. */
  @Matches(/^[0-9a-f]{64}$/) fingerprint: string;
  /** The rows of that preview, so that the answer can say what changed since. */
  @Rows(() => SeenRowDto, { most: mostRows })
  seen: SeenRowDto[];
}
