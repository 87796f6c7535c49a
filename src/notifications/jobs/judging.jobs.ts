import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { TellJudges } from '../use-cases/tell-judges.js';

@Injectable()
@Handles('judging.judge-invited', 'mail')
export class JudgeInvitedJob implements Handler {
  constructor(private readonly tellJudges: TellJudges) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellJudges.invited(id, String(payload['judgeId']));
  }
}

@Injectable()
@Handles('judging.round-opened', 'mail')
export class RoundOpenedJob implements Handler {
  constructor(private readonly tellJudges: TellJudges) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellJudges.opened(id, String(payload['roundId']));
  }
}
