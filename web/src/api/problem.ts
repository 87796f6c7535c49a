/** One wrong field of a form: where it is (JSON pointer), what is wrong (code), in words (detail). */
export type FieldProblem = {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
};

/** What the server says when it says no (RFC 9457). */
export type Problem = {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly traceId?: string;
  readonly errors: readonly FieldProblem[];
  /** Facts for the page: what clashed, what is lacking. */
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Thrown for every answer that is not 2xx; status 0 means that no answer came. */
export class ApiProblem extends Error implements Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly traceId?: string;
  readonly errors: readonly FieldProblem[];
  readonly details?: Readonly<Record<string, unknown>>;

  constructor(problem: Partial<Problem> & { readonly status: number }) {
    super(problem.title ?? problem.code ?? String(problem.status));
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code ?? `http.${problem.status}`;
    this.title = problem.title ?? '';
    this.detail = problem.detail ?? '';
    this.traceId = problem.traceId;
    this.errors = problem.errors ?? [];
    this.details = problem.details;
  }
}

/** Reads a problem from the body of an answer, whatever a proxy may have put there instead. */
export function problemFrom(status: number, body: string): ApiProblem {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null)
      return new ApiProblem({ ...(parsed as Partial<Problem>), status });
  } catch {
    // An HTML page from a gateway says nothing worth showing.
  }
  return new ApiProblem({ status });
}

export const unreachable = (): ApiProblem =>
  new ApiProblem({ status: 0, code: 'http.unreachable' });

/** Any error as a problem, so that a page has one thing to show. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem({ status: 500, code: 'http.page-failed' });
