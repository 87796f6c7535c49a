import { Injectable } from '@nestjs/common';
import { type Handler, Handles, type Work } from '../../platform/queue/handlers.js';
import { ReadFileText } from '../use-cases/read-file-text.js';

/** Each file that comes in is read, when it is a document. */
@Injectable()
@Handles('entries.attachment-uploaded', 'texts')
export class ReadFileTextJob implements Handler {
  constructor(private readonly readFileText: ReadFileText) {}

  run({ payload }: Work): Promise<void> {
    return this.readFileText.run(String(payload['attachmentId']));
  }
}
