import { Injectable } from '@nestjs/common';
import { type Handler, Handles, type Work } from '../../platform/queue/handlers.js';
import { CheckFile } from '../use-cases/check-file.js';

/** Each file that has come is checked before anybody is given it. */
@Injectable()
@Handles('entries.attachment-arrived', 'files')
export class CheckFileJob implements Handler {
  constructor(private readonly checkFile: CheckFile) {}

  run({ payload }: Work): Promise<void> {
    return this.checkFile.run(String(payload['attachmentId']));
  }
}
