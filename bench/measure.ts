/** Milliseconds of each of a number of calls. */
export type Timings = readonly number[];

/** Calls `work` for each index, `lanes` at a time, and times each call. */
export async function time(
  count: number,
  lanes: number,
  work: (index: number) => Promise<unknown>,
): Promise<{ timings: Timings; seconds: number }> {
  const timings: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const begun = performance.now();
      await work(index);
      timings.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  return { timings, seconds: (performance.now() - begun) / 1000 };
}

/** One line of figures: calls a second and percentiles in milliseconds. */
export function figures(
  name: string,
  { timings, seconds }: Awaited<ReturnType<typeof time>>,
): string {
  const sorted = [...timings].sort((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  const rate = (timings.length / seconds).toFixed(1);
  return `${name.padEnd(12)} ${rate.padStart(8)} req/s   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   p99 ${at(0.99)} ms`;
}
