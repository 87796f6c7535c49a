import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { type Recommendation, recommendations } from '../rules/score.js';

const isGiven = (_form: object, value: unknown): boolean => value !== null;

export class ScoreDto {
  /** Hundredths; null takes the score away. */
  @ValidateIf(isGiven) @IsDefined() @IsInt() @Min(0) value: number | null;
}

export class CommentDto {
  @IsString() @MaxLength(4000) comment: string;
}

export class NoteDto {
  @IsString() @MaxLength(4000) note: string;
}

export class FlagDto {
  @IsBoolean() flagged: boolean;
}

export class RecommendationDto {
  @ValidateIf(isGiven) @IsDefined() @IsIn(recommendations) recommendation: Recommendation | null;
}
