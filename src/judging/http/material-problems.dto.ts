import { IsIn, IsString, Length, Matches } from 'class-validator';
import { problemKinds, type ProblemKind } from '../rules/material-problems.js';

export class MaterialProblemDto {
  @IsIn(problemKinds) kind: ProblemKind;
  @IsString() @Length(1, 500) @Matches(/\S/) note: string;
}

export class ProblemAnswerDto {
  /** What was done; the judge who reported it reads this. */
  @IsString() @Length(1, 500) @Matches(/\S/) answer: string;
}
