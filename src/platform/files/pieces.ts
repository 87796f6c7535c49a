/**
 * A stream cut into pieces of this size; the last may be smaller. What had come when a stream broke
 * off is given too, before its error.
 */
export async function* piecesOf(
  bytes: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<Buffer, void, void> {
  let held: Buffer[] = [];
  let length = 0;
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const chunk of bytes) {
      held.push(chunk);
      length += chunk.length;
      if (length < size) continue;
      let rest = Buffer.concat(held);
      for (; rest.length >= size; rest = rest.subarray(size)) yield rest.subarray(0, size);
      held = [rest];
      length = rest.length;
    }
  } catch (error) {
    failure = { error };
  }
  if (length > 0) yield Buffer.concat(held);
  if (failure !== undefined) throw failure.error;
}
