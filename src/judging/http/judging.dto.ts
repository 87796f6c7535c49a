import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsDefined,
  IsEmail,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
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
  @IsDefined()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => JudgeRowDto)
  judges: JudgeRowDto[];
}

export class PrepareRoundDto {
  @IsOptional() @IsString() @Length(1, 40) name?: string;
}

export class AssignmentDto {
  /** Decides between assignments that are equally good; recorded. */
  @IsString() @Length(1, 64) seed: string;
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
