import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { Rows } from '../../platform/http/rows.decorator.js';
import { entryStateNames, type EntryState } from '../rules/entry-states.js';
import { sheetForms, type SheetForm } from '../use-cases/read-list-sheet.js';

const categoryCode = /^[A-Z0-9]{1,8}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const key = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

export class CreateEntryDto {
  @IsUUID() programmeId: string;
  @Matches(categoryCode) categoryCode: string;
  @IsString() @Length(1, 200) title: string;
}

export class RenameEntryDto {
  @IsString() @Length(1, 200) title: string;
  @Matches(categoryCode) categoryCode: string;
}

export class EntriesQueryDto {
  @IsOptional() @IsUUID() programmeId?: string;
  @IsOptional() @IsIn(entryStateNames) state?: EntryState;
  /** A category's code; counts only together with a programme. */
  @IsOptional() @Matches(categoryCode) category?: string;
  /** The last entry of the page before. */
  @IsOptional() @IsUUID() after?: string;
}

export class FieldValueDto {
  /** In the shape of the field's kind; null for no answer. */
  @Allow() value: unknown;
}

export class AttachmentRuleDto {
  /** The key of an attachment rule. */
  @Matches(key) rule: string;
}

export class WithdrawalDto {
  @IsString() @Length(2, 500) reason: string;
}

export class TransferDto {
  /** The new owner. */
  @IsUUID() personId: string;
  @IsString() @Length(2, 500) @Matches(/\S/) reason: string;
}

export class RemarkDto {
  /** A field's or an attachment rule's key, or `title`; absent for the entry as a whole. */
  @IsOptional() @Matches(key) field?: string;
  @IsString() @Length(1, 1000) text: string;
}

export class ReturnDto {
  @Rows(() => RemarkDto, { least: 1, most: 50 })
  remarks: RemarkDto[];

  /** ISO instant until which the correction is waited for; absent for as long as the unit recommends. */
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) dueAt?: string;
}

export class ReturnDueDto {
  /** ISO instant; null for as long as the unit recommends. */
  @ValidateIf(({ dueAt }: ReturnDueDto) => dueAt !== null)
  @IsISO8601({ strict: true, strictSeparator: true })
  dueAt: string | null;
}

export class DeclineDto {
  @IsString() @Length(2, 1000) @Matches(/\S/) reason: string;
}

export class RankingDto {
  @IsUUID() programmeId: string;
  @Matches(categoryCode) categoryCode: string;
  /** Every endorsed entry of the category, in the wanted order. */
  @IsArray() @ArrayMaxSize(999) @IsUUID('all', { each: true }) entryIds: string[];
}

export class ProgrammeDto {
  @IsUUID() programmeId: string;
}

export class ListSheetQueryDto extends ProgrammeDto {
  @IsIn(sheetForms) form: SheetForm;
}

export class ListScanDto extends ProgrammeDto {
  /** Of the sheet that was stamped. */
  @Type(() => Number) @IsInt() @Min(1) sheet: number;
}

export class LocalPublicityDto extends ProgrammeDto {
  @IsString() @Length(1, 200) place: string;
  @Matches(day) @IsISO8601({ strict: true }) startsOn: string;
  @Matches(day) @IsISO8601({ strict: true }) endsOn: string;
  @IsInt() @Min(0) @Max(999) objections: number;
  @IsString() @Length(1, 1000) outcome: string;
}

export class UnlockListDto extends ProgrammeDto {
  /** Whose list is opened again. */
  @IsUUID() unitId: string;
  @IsString() @Length(2, 500) @Matches(/\S/) reason: string;
  /** Of whoever opens the list: their signature. */
  @IsString() @Length(1, 200) password: string;
}

export class LockListDto extends ProgrammeDto {
  /** Of whoever locks the list: their signature. */
  @IsString() @Length(1, 200) password: string;
}
