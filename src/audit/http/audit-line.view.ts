/** One line of the record, as the audit administrator and the supervisor see it. */
export class AuditLineView {
  id: string;
  /** ISO instant. */
  at: string;
  personId: string | null;
  organisationId: string | null;
  role: string;
  /** `module.what-happened`. */
  event: string;
  /** Ids and codes of the event as JSON text. */
  payload: string;
}

export class AuditPageView {
  lines: AuditLineView[];
  /** Ask for the lines after this id; absent on the last page. */
  next?: string;
}

/** Whether the record is whole. */
export class AuditChainView {
  /** How many sealed lines fit, from the first on. */
  lines: number;
  /** The first position that does not fit; null when all do. */
  brokenAt: number | null;
}
