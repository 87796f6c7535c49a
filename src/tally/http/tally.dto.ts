import { IsIn, IsString, Length, ValidateIf } from 'class-validator';

export class VerificationDto {
  @IsIn(['confirm', 'reject'])
  decision: 'confirm' | 'reject';

  /** Why the run is rejected; read for a rejection only. */
  @ValidateIf((form: VerificationDto) => form.decision === 'reject')
  @IsString()
  @Length(1, 500)
  reason?: string;
}
