import { IsBoolean, IsInt, IsString, Length, Matches, Max, Min, ValidateIf } from 'class-validator';

export class SecondLookDto {
  /** Whether the score stays as it was signed. */
  @IsBoolean() keeps: boolean;
  /** Why it changes; not read where it stays. */
  @ValidateIf(({ keeps }: SecondLookDto) => keeps === false)
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason?: string;
}

export class SpreadDecisionDto {
  /** Hundredths. */
  @IsInt() @Min(0) @Max(100_000) value: number;
  @IsString() @Length(1, 500) @Matches(/\S/) reason: string;
}

export class ChairDto {
  @IsBoolean() isChair: boolean;
}
