import { IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

export class UnlockQueryDto {
  /** Absent: of every round. */
  @IsOptional() @IsUUID() roundId?: string;
}

export class UnlockDto {
  @IsString() @Length(1, 40) caseNo: string;
  @IsUUID() judgeId: string;
  @IsString() @Length(1, 500) @Matches(/\S/) reason: string;
}

export class UnlockConfirmationDto {
  /** Of the second person: their signature. */
  @IsString() @Length(1, 200) password: string;
}
