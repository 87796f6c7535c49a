import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { TellOfEntry } from '../use-cases/tell-of-entry.js';

@Injectable()
@Handles('entries.submitted', 'mail')
export class EntrySubmittedJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfEntry.run(id, 'entry-submitted', String(payload['entryId']));
  }
}

@Injectable()
@Handles('entries.returned', 'mail')
@Handles('entries.return-prolonged', 'mail')
export class EntryReturnedJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfEntry.run(id, 'entry-returned', String(payload['entryId']));
  }
}

@Injectable()
@Handles('entries.declined', 'mail')
export class EntryDeclinedJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfEntry.run(id, 'entry-declined', String(payload['entryId']));
  }
}

@Injectable()
@Handles('entries.reconsidered', 'mail')
export class EntryReconsideredJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfEntry.run(id, 'entry-reconsidered', String(payload['entryId']));
  }
}

@Injectable()
@Handles('entries.list-unlocked', 'mail')
export class ListUnlockedJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    const { programmeId, prefectureId } = payload;
    return this.tellOfEntry.unlocked(id, String(programmeId), String(prefectureId));
  }
}

@Injectable()
@Handles('entries.correction-asked', 'mail')
@Handles('entries.correction-extended', 'mail')
export class CorrectionJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    return this.tellOfEntry.correction(id, String(payload['entryId']));
  }
}

@Injectable()
@Handles('entries.transferred', 'mail')
export class EntryTransferredJob implements Handler {
  constructor(private readonly tellOfEntry: TellOfEntry) {}

  run({ id, payload }: Work): Promise<void> {
    const people = [String(payload['from']), String(payload['to'])];
    return this.tellOfEntry.transfer(id, String(payload['entryId']), people);
  }
}
