export class SiteView {
  /** production, demo or rehearsal. */
  mode: string;
  name: string;
  /** The demo's selection is still being played. */
  isPreparing: boolean;
}

export class ClockView {
  /** The server's time as an ISO instant; deadlines count by it. */
  now: string;
}

export class HealthView {
  status: string;
}

/** A message the built-in catcher holds. */
export class CaughtMailView {
  messageId: string;
  recipient: string;
  subject: string;
  body: string;
  /** ISO instant. */
  caughtAt: string;
  /** How often it was delivered; anything but 1 is a fault. */
  deliveries: number;
}

export class CaughtMailCountView {
  letters: number;
  /** Equal to `letters` when nothing was sent twice. */
  deliveries: number;
  /** Events whose jobs are not yet done. */
  eventsPending: number;
}
