import {
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { Rows } from '../../platform/http/rows.decorator.js';
import { declaredKinds, type DeclaredKind } from '../rules/conflict-kinds.js';

export class JudgeRowDto {
  @IsString() @Length(1, 60) name: string;
  @IsEmail() @MaxLength(254) email: string;
  @Matches(/^[0-9A-Z-]{6,20}$/) organisationCode: string;
  @IsString() @Length(1, 20) categoryCode: string;
  /** The only name on ballots, such as `DY-07`. */
  @Matches(/^[A-Z0-9]{1,8}-[0-9]{2,3}$/) code: string;
}

export class JudgesDto {
  @Rows(() => JudgeRowDto, { least: 1, most: 500 })
  judges: JudgeRowDto[];
}

export class PrepareRoundDto {
  @IsOptional() @IsString() @Length(1, 40) name?: string;
}

export class RunOrderDto {
  /** A whole assignment, or one that fills gaps and moves nothing else. */
  @IsIn(['assignment', 'repair']) kind: 'assignment' | 'repair';
  /** Decides between assignments that are equally good; recorded. A repair may go without. */
  @ValidateIf(({ kind, seed }: RunOrderDto) => kind !== 'repair' || seed !== undefined)
  @IsString()
  @Length(1, 64)
  seed?: string;
  /** How many entries a judge takes at most. */
  @IsOptional() @IsInt() @Min(1) @Max(10_000) maxLoad?: number;
  /** How many judges of one prefecture or provincial unit an entry gets at most. */
  @IsOptional() @IsInt() @Min(1) @Max(100) perGroup?: number;
}

export class NewSheetDto {
  @IsUUID() entryId: string;
  @IsUUID() judgeId: string;
}

export class ExtensionDto {
  /** The new closing instant. */
  @IsISO8601({ strict: true, strictSeparator: true }) until: string;
  @IsString() @Length(1, 500) reason: string;
}

export class OpeningDto {
  /** A later end than the programme's window has; then a reason is needed. */
  @IsOptional() @IsISO8601({ strict: true, strictSeparator: true }) until?: string;
  @ValidateIf(({ until }: OpeningDto) => until !== undefined)
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export class ReasonDto {
  @IsString() @Length(1, 500) reason: string;
}

export class RecusalDto {
  /** The entry's blind code. */
  @IsString() @Length(1, 40) entryRef: string;
  @IsIn(declaredKinds) kind: DeclaredKind;
  @IsOptional() @IsString() @MaxLength(500) note?: string;
}
