import type { Monitor, MonitoredJudge } from '../use-cases/show-monitor.js';

/** How fast the work goes and when it will be done. */
export class PaceView {
  /** Entries scored a day since the opening; null while it cannot be told. */
  perDay: number | null;
  /** ISO instant, a full hour. */
  expectedAt: string | null;
  /** done, on-time, late or not-begun. */
  standing: string;
}

/** A judge with how far they are and what is odd: never how they score. */
export class MonitoredJudgeView extends PaceView {
  id: string;
  code: string;
  name: string;
  category: string;
  /** invited, accepted, declined or withdrawn. */
  state: string;
  assigned: number;
  begun: number;
  /** With every score and a recommendation, signed or not. */
  scored: number;
  signed: number;
  /** When they last wrote; ISO instant. */
  touchedAt: string | null;
  /** fast; after the closing also flat, far. */
  oddities: string[];
}

export class MonitorView {
  judges: MonitoredJudgeView[];
  /** Of all judges together. */
  pace: PaceView;
}

const paceView = ({ tenthsPerDay, expectedAt, standing }: Monitor['pace']): PaceView => ({
  perDay: tenthsPerDay === null ? null : tenthsPerDay / 10,
  expectedAt: expectedAt?.toISOString() ?? null,
  standing,
});

const judgeOf = ({ judge, progress, pace, oddities }: MonitoredJudge): MonitoredJudgeView => ({
  ...{ id: judge.id, code: judge.code, name: judge.name, category: judge.category },
  state: judge.state,
  assigned: progress.assigned,
  begun: progress.begun,
  scored: progress.scored,
  signed: progress.signed,
  touchedAt: progress.touchedAt?.toISOString() ?? null,
  ...paceView(pace),
  oddities: [...oddities],
});

export const monitorView = (monitor: Monitor): MonitorView => ({
  judges: monitor.judges.map(judgeOf),
  pace: paceView(monitor.pace),
});
