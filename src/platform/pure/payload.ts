/** What an event or a job carries: ids, codes and counts, flat, never the things themselves. */
export type Payload = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;
