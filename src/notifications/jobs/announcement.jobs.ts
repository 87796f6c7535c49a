import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { TellOfRelease } from '../use-cases/tell-of-release.js';

@Injectable()
@Handles('announcement.notice-released', 'mail')
export class NoticeReleasedJob implements Handler {
  constructor(private readonly tellOfRelease: TellOfRelease) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfRelease.run(id, String(payload['releaseId']));
  }
}

@Injectable()
@Handles('announcement.results-released', 'mail')
export class ResultsReleasedJob implements Handler {
  constructor(private readonly tellOfRelease: TellOfRelease) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfRelease.run(id, String(payload['releaseId']));
  }
}
