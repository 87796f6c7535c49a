import type { Declarable } from '../use-cases/list-declarable.js';
import type { Invitation } from '../use-cases/list-invitations.js';

/** A round in which this judge has sheets: their own figures only. */
export class OwnRoundView {
  id: string;
  name: string;
  /** open or closed. */
  state: string;
  /** ISO instant. */
  closesAt: string;
  /** The judge's sheets that are not given back. */
  sheets: number;
  begun: number;
  signed: number;
  /** Signed sheets at which the judge is asked to look again. */
  lookAgain: number;
}

/** Where this person was asked to judge. */
export class InvitationToJudgeView {
  id: string;
  programmeId: string;
  programme: string;
  category: string;
  /** The judge's own code. */
  code: string;
  /** invited, accepted, declined or withdrawn. */
  state: string;
  /** For `If-Match`. */
  version: number;
  /** ISO instants. */
  invitedAt: string;
  judgingOpensAt: string;
  judgingClosesAt: string;
  rounds: OwnRoundView[];
  /** accept, decline, declare, withdraw. */
  actions: string[];
}

/** A title of the judge's category to declare a conflict against. */
export class DeclarableView {
  /** The entry's blind code. */
  ref: string;
  title: string;
  /** What this judge declared: employer, kin, teacher-student, co-author, grievance, other. */
  declared: string[];
}

export class AnsweredView {
  /** For the next `If-Match`. */
  version: number;
}

export const invitationToJudgeView = (invitation: Invitation): InvitationToJudgeView => {
  const { judge, programme, category, rounds, actions } = invitation;
  return {
    id: judge.id,
    programmeId: programme.id,
    programme: programme.name,
    category,
    code: judge.code,
    state: judge.state,
    version: judge.version,
    invitedAt: judge.invitedAt.toISOString(),
    judgingOpensAt: programme.windows.judging.opensAt.toISOString(),
    judgingClosesAt: programme.windows.judging.closesAt.toISOString(),
    rounds: rounds.map(({ id, name, state, closesAt, sheets, begun, signed, lookAgain }) => ({
      ...{ id, name, state, sheets, begun, signed, lookAgain },
      closesAt: closesAt.toISOString(),
    })),
    actions: [...actions],
  };
};

export const declarableView = ({ ref, title, declared }: Declarable): DeclarableView => ({
  ref,
  title,
  declared: [...declared],
});
