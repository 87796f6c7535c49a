import { Type } from 'class-transformer';
import {
  IsDefined,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { OpenRules } from '../rules/rule-change.js';
import { PublicitySettingDto, windowsIn, WindowsDto } from './programmes.dto.js';

/** The open rules as they shall be; what is as before is sent as before. */
export class ProposedChangeDto {
  @IsString() @Length(1, 80) @Matches(/\S/) name: string;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => WindowsDto) windows: WindowsDto;
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => PublicitySettingDto)
  publicity: PublicitySettingDto;
  @IsString() @Length(1, 500) @Matches(/\S/) reason: string;
}

export class ChangeConfirmationDto {
  @IsString() @Length(1, 200) password: string;
}

export class ChangeRejectionDto {
  @IsString() @Length(1, 500) @Matches(/\S/) reason: string;
}

export class RevisionQueryDto {
  /** The opening is 1. */
  @Type(() => Number) @IsInt() @Min(1) @Max(10_000) revision: number;
}

export const proposalIn = ({ name, windows, publicity, reason }: ProposedChangeDto) => ({
  reason: reason.trim(),
  rules: { name: name.trim(), windows: windowsIn(windows), publicity } satisfies OpenRules,
});
