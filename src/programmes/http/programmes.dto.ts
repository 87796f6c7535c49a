import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** An instant with its offset: a time without one would mean something else on every machine. */
const instant = /T.*(Z|[+-]\d{2}:\d{2})$/;

export class WindowDto {
  /** ISO instant. */
  @IsISO8601({ strict: true }) @Matches(instant) opensAt: string;
  /** ISO instant; an act at this instant is late. */
  @IsISO8601({ strict: true }) @Matches(instant) closesAt: string;
}

export class WindowsDto {
  @IsDefined() @ValidateNested() @Type(() => WindowDto) submission: WindowDto;
  @IsDefined() @ValidateNested() @Type(() => WindowDto) recommendation: WindowDto;
  @IsDefined() @ValidateNested() @Type(() => WindowDto) judging: WindowDto;
}

export class NewProgrammeDto {
  @IsString() @Length(1, 40) templateKey: string;
  /** Part of the public pages' addresses. */
  @Length(3, 60) @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/) slug: string;
  @IsString() @Length(1, 80) @Matches(/\S/) name: string;
  @IsOptional() @IsInt() @Min(2000) @Max(2100) year?: number;
  /** The usual calendar from today when absent. */
  @IsOptional() @ValidateNested() @Type(() => WindowsDto) windows?: WindowsDto;
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

export class SettingsDto {
  @IsString() @Length(1, 80) @Matches(/\S/) name: string;
  @IsOptional() @IsInt() @Min(2000) @Max(2100) year?: number;
  @IsDefined() @ValidateNested() @Type(() => WindowsDto) windows: WindowsDto;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AwardSettingDto)
  awards?: AwardSettingDto[];
  /** How many judges read an entry. */
  @IsOptional() @IsInt() @Min(1) @Max(15) perEntry?: number;
  @IsOptional() @ValidateNested() @Type(() => PublicitySettingDto) publicity?: PublicitySettingDto;
}

export class QuotaRowDto {
  @IsString() @Length(1, 20) organisationCode: string;
  @IsString() @Length(1, 12) categoryCode: string;
  @IsInt() @Min(0) @Max(999) places: number;
}

export class QuotasDto {
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => QuotaRowDto)
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
