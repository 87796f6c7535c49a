import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
} from 'class-validator';
import {
  conflictSources,
  type ConflictSource,
  type ConflictState,
  conflictStateNames,
  declaredKinds,
  type DeclaredKind,
} from '../rules/conflict-kinds.js';
import { type ConflictAction, conflictActions } from '../rules/conflict-states.js';

export class ConflictQueryDto {
  @IsOptional() @IsIn(conflictStateNames) state?: ConflictState;
  @IsOptional() @IsIn(conflictSources) source?: ConflictSource;
  @IsOptional() @IsUUID() judgeId?: string;
  /** The id of the last row seen. */
  @IsOptional() @IsUUID() after?: string;
}

export class OrderedRecusalDto {
  @IsUUID() judgeId: string;
  /** Absent: every entry of the judge's category. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  caseNos?: string[];
  @IsIn(declaredKinds) kind: DeclaredKind;
  @IsString() @Length(1, 500) @Matches(/\S/) note: string;
}

export class ConflictDecisionDto {
  @IsIn(conflictActions) action: ConflictAction;
  @IsString() @Length(1, 500) @Matches(/\S/) note: string;
}
