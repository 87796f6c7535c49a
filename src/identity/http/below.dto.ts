import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Rows } from '../../platform/http/rows.decorator.js';

export class InviteeDto {
  @IsString() @MaxLength(200) name: string;
  @IsString() @MaxLength(300) email: string;
  /** Empty when it is not known. */
  @IsOptional() @IsString() @MaxLength(60) phone?: string;
  /** The organisation's code or its full name. */
  @IsString() @MaxLength(120) organisation: string;
}

export class InvitationsDto {
  @Rows(() => InviteeDto, { least: 1, most: 50 })
  people: InviteeDto[];
}

export class BelowQueryDto {
  /** Part of a name, an address, or the name or code of an organisation. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  /** `true`: only those who never signed in. */
  @IsOptional() @IsIn(['true', 'false']) silent?: string;
  /** The last role of the page before. */
  @IsOptional() @IsUUID() after?: string;
}
