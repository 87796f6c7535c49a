import { Injectable } from '@nestjs/common';
import { type Handler, Handles, type Work } from '../../platform/queue/handlers.js';
import { MakeBlindCopy } from '../use-cases/make-blind-copy.js';

/** Each file that comes in gets its copy for judges, when judges are to see it. */
@Injectable()
@Handles('entries.attachment-uploaded', 'files')
export class MakeBlindCopyJob implements Handler {
  constructor(private readonly makeBlindCopy: MakeBlindCopy) {}

  run({ payload }: Work): Promise<void> {
    return this.makeBlindCopy.run(String(payload['attachmentId']));
  }
}
