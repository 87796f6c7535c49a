import type { ShownRelease } from '../use-cases/read-public-pages.js';
import type { NoticePreview } from '../use-cases/preview-notice.js';
import type { ReleaseDesk } from '../use-cases/show-releases.js';
import { officialTitle, pageName } from '../rules/page-words.js';
import { countListed } from '../rules/release-content.js';

/** A released list as the public may know it. */
export class PublicReleaseView {
  /** notice or final. */
  kind: string;
  title: string;
  /** Where its page is: `/p/<slug>/notice` or `/p/<slug>/results`. */
  address: string;
  /** First and last day of the public notice, `YYYY-MM-DD` in Beijing. */
  startsOn: string;
  endsOn: string;
  /** Working days of the notice that are left, today included; null where no calendar reaches. */
  workingDaysLeft: number | null;
  /** ISO instant. */
  releasedAt: string;
}

/** A release as those who made it see it. */
export class ReleaseView extends PublicReleaseView {
  id: string;
  /** From 1 within the kind. */
  number: number;
  /** The instant at which the notice ends. */
  endsAt: string;
  /** How many entries the list has. */
  listed: number;
  /** SHA-256 of the list's canonical text. */
  fingerprint: string;
  /** Whether the page can be read yet. */
  isWritten: boolean;
}

/** How long this programme's public notice stands. */
export class NoticeRuleView {
  amount: number;
  /** workday or calendar-day. */
  unit: string;
  countFirstDay: boolean;
}

export class ReleaseDeskView {
  programmeName: string;
  programmeState: string;
  slug: string;
  noticeRule: NoticeRuleView;
  /** Today in Beijing, `YYYY-MM-DD`. */
  today: string;
  releases: ReleaseView[];
  /** What may be released now: notice, final. */
  actions: string[];
}

export class ListedEntryView {
  caseNo: string;
  title: string;
  unit: string;
  prefecture: string;
}

export class ListedSectionView {
  category: string;
  award: string;
  entries: ListedEntryView[];
}

/** What a notice would say. */
export class NoticePreviewView {
  /** The last day by the official calendar; null where none reaches and a person must decide. */
  endsOn: string | null;
  reviewed: number;
  listed: number;
  sections: ListedSectionView[];
}

export class ReleasedView {
  /** The release's id. */
  id: string;
}

export const publicReleaseView = (one: ShownRelease): PublicReleaseView => {
  const { release, workingDaysLeft } = one;
  return {
    kind: release.kind,
    title: officialTitle(release.kind, release.content.programme),
    address: `/p/${release.slug}/${pageName(release.kind)}`,
    startsOn: release.startsOn,
    endsOn: release.endsOn,
    workingDaysLeft,
    releasedAt: release.releasedAt.toISOString(),
  };
};

const releaseView = (one: ShownRelease): ReleaseView => ({
  ...publicReleaseView(one),
  id: one.release.id,
  number: one.release.number,
  endsAt: one.release.endsAt.toISOString(),
  listed: countListed(one.release.content),
  fingerprint: one.release.fingerprint,
  isWritten: one.release.writtenAt !== null,
});

export const releaseDeskView = ({
  programme,
  releases,
  today,
  actions,
}: ReleaseDesk): ReleaseDeskView => {
  const { amount, unit, countFirstDay } = programme.config.publicity;
  return {
    programmeName: programme.name,
    programmeState: programme.state,
    slug: programme.slug,
    noticeRule: { amount, unit, countFirstDay },
    today,
    releases: releases.map(releaseView),
    actions: [...actions],
  };
};

export const noticePreviewView = ({ endsOn, content }: NoticePreview): NoticePreviewView => ({
  endsOn,
  reviewed: content.reviewed,
  listed: countListed(content),
  sections: content.sections.map(({ category, tier, entries }) => ({
    category,
    award: tier,
    entries: entries.map((entry) => ({ ...entry })),
  })),
});
