/** The instants of one selection's road, from the call to the announcement. */
export type Timeline = {
  /** Setting up. */
  readonly call: Date;
  readonly submissionOpens: Date;
  readonly submissionCloses: Date;
  readonly recommendationOpens: Date;
  readonly recommendationCloses: Date;
  readonly check: Date;
  readonly judgingOpens: Date;
  readonly judgingCloses: Date;
  /** Where the demo stops: in the middle of judging. */
  readonly middleOfJudging: Date;
  readonly tally: Date;
  /** The first day of the public notice, YYYY-MM-DD in Beijing. */
  readonly noticeStartsOn: string;
};

const day = 86_400_000;
/** 09:00 in Beijing is 01:00 UTC; 17:00 is 09:00 UTC. */
const nine = 1 * 3_600_000;
const seventeen = 9 * 3_600_000;

const daysFromCallToJudging = 45;

/** The road whose judging began so many days before `now`. */
export function roadFor({ judgingDay, now }: { judgingDay: number; now: Date }): Timeline {
  const today = Math.floor(now.getTime() / day) * day;
  return roadFrom(today - (judgingDay + daysFromCallToJudging) * day, now);
}

/** The road that begins on this UTC midnight. */
export function roadFrom(start: number, middleOfJudging?: Date): Timeline {
  const at = (days: number, hour: number): Date => new Date(start + days * day + hour);
  const judgingOpens = at(daysFromCallToJudging, nine);
  return {
    call: at(0, nine),
    submissionOpens: at(1, nine),
    submissionCloses: at(30, seventeen),
    recommendationOpens: at(1, nine),
    recommendationCloses: at(40, seventeen),
    check: at(41, nine),
    judgingOpens,
    judgingCloses: at(daysFromCallToJudging + 15, seventeen),
    middleOfJudging: middleOfJudging ?? new Date(judgingOpens.getTime() + 3 * day),
    tally: at(daysFromCallToJudging + 16, nine),
    noticeStartsOn: at(daysFromCallToJudging + 19, nine)
      .toISOString()
      .slice(0, 10),
  };
}
