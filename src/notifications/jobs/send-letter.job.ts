import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { SendLetter } from '../use-cases/send-letter.js';

@Injectable()
@Handles('notifications.letter-written', 'mail')
export class SendLetterJob implements Handler {
  constructor(private readonly sendLetter: SendLetter) {}

  run({ payload }: Work): Promise<void> {
    return this.sendLetter.run(String(payload['letterId']));
  }
}
