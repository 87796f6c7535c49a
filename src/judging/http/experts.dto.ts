import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { type ExpertKind, expertKinds, type ExpertState, expertStates } from '../rules/experts.js';

export class ExpertFilterDto {
  /** Part of a name, a place of work, a title, a telephone number, an address or a field. */
  @IsOptional() @IsString() @MaxLength(100) search?: string;
  @IsOptional() @IsIn(expertStates) state?: ExpertState;
  @IsOptional() @IsIn(expertKinds) kind?: ExpertKind;
  @IsOptional() @IsUUID() prefectureId?: string;
  /** A category's code: who may judge it. */
  @IsOptional() @IsString() @Length(1, 20) category?: string;
}

export class ExpertQueryDto extends ExpertFilterDto {
  /** The last expert of the page before. */
  @IsOptional() @IsUUID() after?: string;
}

const expertActions = ['pause', 'resume', 'remove'] as const;

export class ExpertStateDto {
  @IsIn(expertActions) action: (typeof expertActions)[number];
  @IsString() @Length(1, 500) reason: string;
}
