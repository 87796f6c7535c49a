/** How well the scores of a category's judges can be compared through the entries they share. */
export type Comparability = {
  readonly judges: number;
  /** Groups of judges that no shared entry links; 1 when all can be compared. */
  readonly parts: number;
  /**
   * 0 to 1: how precisely judges' severities can be told apart, beside the best that as many sheets
   * allow. 0 when parts are not linked, null when there are too many judges to compute it.
   */
  readonly share: number | null;
};

type Shared = { readonly entryId: string; readonly judgeId: string };

const mostJudges = 300;

/**
 * The average efficiency of the judge graph: harmonic over arithmetic mean of the eigenvalues of its
 * Laplacian diag(n) − N' diag(1/k) N (entries eliminated), which is 1 when every two judges share alike.
 */
export function comparability(pairs: readonly Shared[]): Comparability {
  const judges = new Map<string, number>();
  for (const { judgeId } of pairs) if (!judges.has(judgeId)) judges.set(judgeId, judges.size);
  const panels = panelsOf(pairs, judges);
  const parts = partsOf(judges.size, panels);
  if (judges.size < 2 || parts > 1)
    return { judges: judges.size, parts, share: parts > 1 ? 0 : null };
  if (judges.size > mostJudges) return { judges: judges.size, parts, share: null };
  return { judges: judges.size, parts, share: efficiency(laplacian(judges.size, panels)) };
}

function panelsOf(pairs: readonly Shared[], judges: ReadonlyMap<string, number>): number[][] {
  const panels = new Map<string, number[]>();
  for (const { entryId, judgeId } of pairs)
    panels.set(entryId, [...(panels.get(entryId) ?? []), judges.get(judgeId) as number]);
  return [...panels.values()];
}

function partsOf(count: number, panels: readonly number[][]): number {
  const above = Array.from({ length: count }, (_, judge) => judge);
  const top = (judge: number): number => {
    while (above[judge] !== judge) judge = above[judge] as number;
    return judge;
  };
  let parts = count;
  for (const [first, ...others] of panels)
    for (const other of others) {
      const [a, b] = [top(first as number), top(other)];
      if (a !== b) parts--;
      above[b] = a;
    }
  return parts;
}

function laplacian(count: number, panels: readonly number[][]): Float64Array[] {
  const rows = Array.from({ length: count }, () => new Float64Array(count));
  const add = (row: number, column: number, value: number): void => {
    const line = rows[row] as Float64Array;
    line[column] = (line[column] as number) + value;
  };
  for (const panel of panels)
    for (const a of panel) {
      add(a, a, 1);
      for (const b of panel) add(a, b, -1 / panel.length);
    }
  return rows;
}

/** With 1/m added everywhere the Laplacian can be inverted; that adds 1 to the trace of the inverse. */
function efficiency(rows: Float64Array[]): number {
  const count = rows.length;
  const trace = rows.reduce((sum, row, at) => sum + (row[at] as number), 0);
  for (const row of rows) row.forEach((value, at) => (row[at] = value + 1 / count));
  invert(rows);
  const inverseTrace = rows.reduce((sum, row, at) => sum + (row[at] as number), 0) - 1;
  return Math.min(1, (count - 1) ** 2 / (trace * inverseTrace));
}

/** Gauss–Jordan in place; a positive definite matrix needs no exchange of rows. */
function invert(rows: readonly Float64Array[]): void {
  rows.forEach((lead, at) => {
    const pivot = lead[at] as number;
    lead[at] = 1;
    lead.forEach((value, column) => (lead[column] = value / pivot));
    for (const row of rows) if (row !== lead) eliminate(row, lead, at);
  });
}

function eliminate(row: Float64Array, lead: Float64Array, at: number): void {
  const factor = row[at] as number;
  row[at] = 0;
  for (let column = 0; column < row.length; column++)
    row[column] = (row[column] as number) - factor * (lead[column] as number);
}
