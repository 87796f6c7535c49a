import type { Invited } from '../use-cases/invite-below.js';
import type { ListedBelow } from '../use-cases/people-below.js';
import type { InvitationPlan, PlannedInvitation } from '../rules/invitation-plan.js';

/** An organisation of the level below. */
export class PlaceBelowView {
  code: string;
  name: string;
  /** county or school. */
  kind: string;
  /** What is given there: county-officer or submitter. */
  role: string;
}

export class PersonBelowView {
  id: string;
  /** Of the role: a person with two roles stands twice. */
  grantId: string;
  name: string;
  email: string;
  phone: string | null;
  role: string;
  organisation: string;
  organisationCode: string;
  /** ISO instant. */
  invitedAt: string | null;
  hasSignedIn: boolean;
  isDisabled: boolean;
  /** Of show-link, send-link those that are possible now. */
  actions: string[];
}

export class PeopleBelowPageView {
  people: PersonBelowView[];
  /** Ask for those after this one; absent on the last page. */
  next?: string;
}

export class InvitationFaultView {
  /** In the sheet, from 1; the place in the list otherwise. */
  row: number;
  /** name, email, phone or organisation. */
  column: string;
  /** name-missing, name-long, bad-email, bad-phone, unknown-organisation, twice or person-disabled. */
  code: string;
  text: string;
}

export class PlannedInvitationView {
  row: number;
  name: string;
  email: string;
  phone: string;
  organisation: string;
  role: string;
  /** new, known (gets one more role) or held (has it already). */
  standing: string;
}

export class InvitationPlanView {
  invitations: PlannedInvitationView[];
  faults: InvitationFaultView[];
}

export class InvitedBelowView extends PlannedInvitationView {
  /** A page of ours with a single-use link, for a new account; null otherwise. */
  link: string | null;
}

export class InvitedBelowListView {
  invited: InvitedBelowView[];
}

export class ShownLinkView {
  /** A page of ours with a single-use link, valid 7 days. */
  link: string;
}

/** The page that a one-time link opens; its token is never sent to a server by the browser. */
export const linkPath = (token: string): string => `/welcome#${token}`;

const plannedView = ({ place, ...planned }: PlannedInvitation): PlannedInvitationView => ({
  row: planned.row,
  name: planned.name,
  email: planned.email,
  phone: planned.phone,
  organisation: place.name,
  role: planned.role,
  standing: planned.standing,
});

export const planView = ({ invitations, faults }: InvitationPlan): InvitationPlanView => ({
  invitations: invitations.map(plannedView),
  faults: [...faults],
});

export const invitedView = (invited: readonly Invited[]): InvitedBelowListView => ({
  invited: invited.map(({ token, ...planned }) => ({
    ...plannedView(planned),
    link: token === null ? null : linkPath(token),
  })),
});

export const personBelowView = (person: ListedBelow): PersonBelowView => ({
  id: person.id,
  grantId: person.grantId,
  name: person.name,
  email: person.email,
  phone: person.phone,
  role: person.role,
  organisation: person.organisation,
  organisationCode: person.organisationCode,
  invitedAt: person.invitedAt?.toISOString() ?? null,
  hasSignedIn: person.hasSignedIn,
  isDisabled: person.isDisabled,
  actions: [...person.actions],
});
