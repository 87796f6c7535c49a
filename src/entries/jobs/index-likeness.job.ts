import { Injectable } from '@nestjs/common';
import { type Handler, Handles, type Work } from '../../platform/queue/handlers.js';
import { IndexLikeness } from '../use-cases/index-likeness.js';

/** Each entry that is handed in is compared with all others. */
@Injectable()
@Handles('entries.submitted', 'texts')
export class IndexLikenessJob implements Handler {
  constructor(private readonly indexLikeness: IndexLikeness) {}

  run({ payload }: Work): Promise<void> {
    return this.indexLikeness.run(String(payload['entryId']));
  }
}
