import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { ReleaseKind } from './page-words.js';
import type { AnnouncementRefusal } from './refusals.js';

const readyFor: Readonly<Record<ReleaseKind, string>> = { notice: 'verified', final: 'notice' };

/** Whether a programme in this state is due for a kind of release. */
export const mayRelease = (
  kind: ReleaseKind,
  programmeState: string,
): Decision<ReleaseKind, AnnouncementRefusal> =>
  programmeState === readyFor[kind] ? allow(kind) : refuse('wrong-state');

/** Whether the public notice has stood to its end. @param endsAt the end of its last day */
export const noticeIsOver = (endsAt: Date, now: Date): Decision<Date, AnnouncementRefusal> =>
  now >= endsAt ? allow(endsAt) : refuse('notice-running');
