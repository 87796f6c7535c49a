export class DemoPersonView {
  id: string;
  name: string;
  role: string;
  organisation: string;
}

/** One person in one role; a person without a role has one row with nulls. */
export class PersonInRoleView {
  id: string;
  name: string;
  email: string;
  role: string | null;
  organisation: string | null;
  /** Whether the person has ever chosen a password. */
  hasSignedIn: boolean;
}

export class OrganisationRowView {
  id: string;
  code: string;
  name: string;
  shortName: string;
  kind: string;
}

export class AddedView {
  /** How many rows were new. */
  added: number;
}
