import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { WelcomePerson } from '../use-cases/welcome-person.js';

@Injectable()
@Handles('identity.person-invited', 'mail')
export class PersonInvitedJob implements Handler {
  constructor(private readonly welcomePerson: WelcomePerson) {}

  run({ id, payload }: Work): Promise<void> {
    return this.welcomePerson.run(id, String(payload['personId']));
  }
}
