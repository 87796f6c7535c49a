import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { WindowsDto } from './programmes.dto.js';

export class RulesDto {
  /** Whole parts of the rules by their key; what is absent stays. */
  @IsOptional() @IsObject() config?: Record<string, unknown>;
  @IsOptional() @IsString() @Length(1, 80) @Matches(/\S/) name?: string;
  /** Part of the public pages' addresses. */
  @IsOptional() @Length(3, 60) @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/) slug?: string;
  @IsOptional() @IsInt() @Min(2000) @Max(2100) year?: number;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => WindowsDto) windows?: WindowsDto;
  /** Whether the places of categories that leave may go with them. */
  @IsOptional() @IsBoolean() dropsPlaces?: boolean;
}
