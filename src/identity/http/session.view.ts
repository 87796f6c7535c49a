import type { OpenedSession, SessionFacts } from '../use-cases/session-facts.js';

export class OrganisationView {
  id: string;
  code: string;
  name: string;
  /** province, province-direct, prefecture, county or school. */
  kind: string;
}

export class GrantView {
  id: string;
  role: string;
  organisation: OrganisationView;
}

export class SessionPersonView {
  id: string;
  name: string;
  email: string;
}

/** Who is signed in, in which role, and what this role may do. */
export class SessionView {
  person: SessionPersonView;
  grant: GrantView;
  grants: GrantView[];
  permissions: string[];
}

/** Whose one-time link this is. */
export class InvitationView {
  name: string;
  email: string;
  role: string;
  organisation: string;
}

const grantView = (grant: SessionFacts['grant']): GrantView => ({
  id: grant.id,
  role: grant.role,
  organisation: {
    id: grant.organisationId,
    code: grant.organisationCode,
    name: grant.organisationName,
    kind: grant.organisationKind,
  },
});

export const sessionView = (facts: OpenedSession['facts']): SessionView => ({
  person: facts.person,
  grant: grantView(facts.grant),
  grants: facts.grants.map(grantView),
  permissions: [...facts.permissions],
});
