import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { WritePages } from '../use-cases/write-pages.js';

@Injectable()
@Handles('announcement.results-released', 'files')
export class WriteResultsPageJob implements Handler {
  constructor(private readonly writePages: WritePages) {}

  run({ payload }: Work): Promise<void> {
    return this.writePages.run(String(payload['programmeId']));
  }
}
