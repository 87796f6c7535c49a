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

@Injectable()
@Handles('judging.sheet-unlocked', 'mail')
export class SheetUnlockedJob implements Handler {
  constructor(private readonly tellJudges: TellJudges) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellJudges.unlocked(id, String(payload['roundId']), String(payload['judgeId']));
  }
}

@Injectable()
@Handles('judging.second-looks-asked', 'mail')
export class SecondLooksAskedJob implements Handler {
  constructor(private readonly tellJudges: TellJudges) {}

  run({ id, payload }: Work): Promise<void> {
    const { spreadId, roundId } = payload;
    return this.tellJudges.spread(id, String(spreadId), 'second-look', String(roundId));
  }
}

@Injectable()
@Handles('judging.extra-judge-called', 'mail')
export class ExtraJudgeCalledJob implements Handler {
  constructor(private readonly tellJudges: TellJudges) {}

  run({ id, payload }: Work): Promise<void> {
    const { spreadId, roundId } = payload;
    return this.tellJudges.spread(id, String(spreadId), 'sheet-added', String(roundId));
  }
}

@Injectable()
@Handles('judging.spread-undecided', 'mail')
export class SpreadUndecidedJob implements Handler {
  constructor(private readonly tellJudges: TellJudges) {}

  run({ id, payload }: Work): Promise<void> {
    const { spreadId, roundId } = payload;
    return this.tellJudges.spread(id, String(spreadId), 'spread-undecided', String(roundId));
  }
}
