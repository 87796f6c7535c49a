import type { ListedPerson } from '../use-cases/list-identity.js';

export class DemoPersonView {
  id: string;
  name: string;
  role: string;
  organisation: string;
}

/** A role that a person holds. */
export class HeldRoleView {
  id: string;
  role: string;
  organisation: string;
  organisationCode: string;
  /** `revoke`, for who may. */
  actions: string[];
}

/** One line of the register of people. */
export class RegisteredPersonView {
  id: string;
  name: string;
  email: string;
  /** Whether the person has ever chosen a password. */
  hasSignedIn: boolean;
  isDisabled: boolean;
  grants: HeldRoleView[];
  /** Of `send-link`, `disable`, `enable` those that this viewer may do now. */
  actions: string[];
}

export class PeoplePageView {
  people: RegisteredPersonView[];
  /** Ask for the people after this id; absent on the last page. */
  next?: string;
}

export class OrganisationRowView {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kind: string;
  /** Names of the 市州 and the county it belongs to, from above. */
  above: string[];
  /** How many stand right under it. */
  children: number;
}

export class NameView {
  id: string;
  name: string;
}

export class NamesView {
  people: NameView[];
  organisations: NameView[];
}

export class AddedView {
  /** How many rows were new. */
  added: number;
}

export const registeredPersonView = (person: ListedPerson): RegisteredPersonView => ({
  id: person.id,
  name: person.name,
  email: person.email,
  hasSignedIn: person.hasSignedIn,
  isDisabled: person.disabledAt !== null,
  grants: person.grants.map(({ personId: _personId, ...grant }) => grant),
  actions: person.actions,
});
