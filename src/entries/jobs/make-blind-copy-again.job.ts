import { Injectable } from '@nestjs/common';
import { type Handler, Handles, type Work } from '../../platform/queue/handlers.js';
import { MakeBlindCopy } from '../use-cases/make-blind-copy.js';

/** An administrator asked that a copy for judges be made again. */
@Injectable()
@Handles('entries.blind-file-asked', 'files')
export class MakeBlindCopyAgainJob implements Handler {
  constructor(private readonly makeBlindCopy: MakeBlindCopy) {}

  run({ payload }: Work): Promise<void> {
    return this.makeBlindCopy.run(String(payload['attachmentId']));
  }
}
