import { IsBoolean, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const date = /^\d{4}-\d{2}-\d{2}$/;

export class GiveNoticeDto {
  /** First day of the notice, `YYYY-MM-DD` in Beijing; today or later. */
  @Matches(date)
  @IsISO8601({ strict: true })
  startsOn: string;

  /** Last day, decided by a person; read only where no official calendar reaches. */
  @IsOptional()
  @Matches(date)
  @IsISO8601({ strict: true })
  endsOn?: string;

  /** The person knows that no official calendar covers the notice. */
  @IsOptional()
  @IsBoolean()
  confirmUncoveredYear?: boolean;

  /** How the public reaches the organiser: office, telephone, address. One line. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  contact?: string;
}

export class PreviewNoticeDto {
  /** First day of the notice, `YYYY-MM-DD` in Beijing. */
  @Matches(date)
  @IsISO8601({ strict: true })
  startsOn: string;
}
