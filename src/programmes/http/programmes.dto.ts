import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { Rows } from '../../platform/http/rows.decorator.js';

/** An instant with its offset: a time without one would mean something else on every machine. */
const instant = /T.*(Z|[+-]\d{2}:\d{2})$/;
import { type RecusalRules, type Strictness, strictnesses } from '../rules/recusal-rules.js';

export class WindowDto {
  /** ISO instant. */
  @IsISO8601({ strict: true }) @Matches(instant) opensAt: string;
  /** ISO instant; an act at this instant is late. */
  @IsISO8601({ strict: true }) @Matches(instant) closesAt: string;
}

export class WindowsDto {
  @IsDefined() @IsObject() @ValidateNested() @Type(() => WindowDto) submission: WindowDto;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => WindowDto) recommendation: WindowDto;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => WindowDto) judging: WindowDto;
}

export class NewProgrammeDto {
  /** Where the rules come from; or else `copyOf`. */
  @ValidateIf((form: NewProgrammeDto) => form.copyOf === undefined)
  @IsString()
  @Length(1, 40)
  templateKey?: string;
  /** An earlier selection whose rules are taken over. */
  @IsOptional() @IsUUID() copyOf?: string;
  /** Whether its places come along. */
  @IsOptional() @IsBoolean() withQuotas?: boolean;
  /** Part of the public pages' addresses. */
  @Length(3, 60) @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/) slug: string;
  @IsString() @Length(1, 80) @Matches(/\S/) name: string;
  @IsOptional() @IsInt() @Min(2000) @Max(2100) year?: number;
  /** When absent: the usual calendar from today, or that of the selection copied, moved to the new year. */
  @IsOptional() @IsObject() @ValidateNested() @Type(() => WindowsDto) windows?: WindowsDto;
}

export class AwardSettingDto {
  @IsString() @Length(1, 40) code: string;
  /** How many per category, or how many in a hundred, as the tier counts. */
  @IsInt() @Min(0) @Max(10_000) amount: number;
  /** Hundredths; null selects without a least score. */
  @ValidateIf((award: AwardSettingDto) => award.minScore !== null)
  @IsInt()
  @Min(0)
  @Max(10_000)
  minScore: number | null;
}

export class PublicitySettingDto {
  @IsInt() @Min(1) @Max(90) amount: number;
  @IsIn(['workday', 'calendar-day']) unit: 'workday' | 'calendar-day';
  @IsBoolean() countFirstDay: boolean;
  @IsBoolean() preReview: boolean;
}

export class RecusalSettingDto implements RecusalRules {
  @IsIn(strictnesses) 'same-unit': Strictness;
  @IsIn(strictnesses) 'same-prefecture': Strictness;
  /** The judge's unit has an entry in the category. */
  @IsIn(strictnesses) 'own-unit-in-category': Strictness;
  /** The judge entered it, or bears the name of somebody in its form. */
  @IsIn(strictnesses) 'took-part': Strictness;
}

export class SettingsDto {
  @IsString() @Length(1, 80) @Matches(/\S/) name: string;
  @IsOptional() @IsInt() @Min(2000) @Max(2100) year?: number;
  @IsDefined() @IsObject() @ValidateNested() @Type(() => WindowsDto) windows: WindowsDto;
  @IsOptional()
  @Rows(() => AwardSettingDto, { most: 10 })
  awards?: AwardSettingDto[];
  /** How many judges read an entry. */
  @IsOptional() @IsInt() @Min(1) @Max(15) perEntry?: number;
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PublicitySettingDto)
  publicity?: PublicitySettingDto;
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RecusalSettingDto)
  recusal?: RecusalSettingDto;
}

export class QuotaRowDto {
  @IsString() @Length(1, 20) organisationCode: string;
  @IsString() @Length(1, 12) categoryCode: string;
  @IsInt() @Min(0) @Max(999) places: number;
}

export class QuotasDto {
  @Rows(() => QuotaRowDto, { most: 2000 })
  quotas: QuotaRowDto[];
}

/** The calendar in instants. The strings were checked by the pipe. */
export const windowsIn = ({ submission, recommendation, judging }: WindowsDto) => ({
  submission: spanIn(submission),
  recommendation: spanIn(recommendation),
  judging: spanIn(judging),
});

const spanIn = ({ opensAt, closesAt }: WindowDto) => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
});
