import {
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { Rows } from '../../platform/http/rows.decorator.js';
import { organisationKinds, type OrganisationKind, type Role, roles } from '../rules/roles.js';

export class SignInDto {
  @IsString() @MaxLength(254) email: string;
  @IsString() @MaxLength(256) password: string;
}

export class ChoosePasswordDto {
  @IsString() @MaxLength(256) password: string;
}

export class SwitchGrantDto {
  @IsUUID() grantId: string;
}

export class DemoSessionDto {
  @IsUUID() personId: string;
}

export class OrganisationRowDto {
  @Matches(/^[0-9A-Z-]{6,20}$/) code: string;
  @IsString() @Length(1, 80) name: string;
  @IsOptional() @IsString() @Length(1, 40) shortName?: string;
  @IsIn(organisationKinds) kind: OrganisationKind;
  @IsOptional() @Matches(/^[0-9A-Z-]{6,20}$/) parentCode?: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) validFrom?: string;
}

export class OrganisationsDto {
  @Rows(() => OrganisationRowDto, { most: 1000 })
  organisations: OrganisationRowDto[];
}

export class PersonRowDto {
  @IsString() @Length(1, 60) name: string;
  @IsEmail() @MaxLength(254) email: string;
}

export class PeopleDto {
  @Rows(() => PersonRowDto, { most: 1000 })
  people: PersonRowDto[];
}

export class GrantRowDto {
  @IsEmail() @MaxLength(254) email: string;
  @IsIn(roles) role: Role;
  @Matches(/^[0-9A-Z-]{6,20}$/) organisationCode: string;
}

export class GrantsDto {
  @Rows(() => GrantRowDto, { most: 1000 })
  grants: GrantRowDto[];
}

export class PeopleQueryDto {
  /** Part of a name, an address, or the name or code of a unit. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  /** The last person of the page before. */
  @IsOptional() @IsUUID() after?: string;
}

export class OrganisationsQueryDto {
  /** Those right under this one; the province without it. */
  @IsOptional() @IsUUID() parent?: string;
  /** Part of a name or code; the first 50 by code. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
}

export class NamesQueryDto {
  /** Up to 100 ids with commas between. */
  @Matches(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/) ids: string;
}
