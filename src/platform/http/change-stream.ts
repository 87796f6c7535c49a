import type { MessageEvent } from '@nestjs/common';
import {
  endWith,
  ignoreElements,
  interval,
  map,
  merge,
  type Observable,
  startWith,
  takeUntil,
  throttleTime,
  timer,
} from 'rxjs';

/** A page asks again at most this often, however much moves. */
const atMostEvery = 2_000;
/** Proxies close what is silent. */
const pulseEvery = 25_000;
/** Then the browser comes again and its session is looked up anew. */
const longest = 300_000;

const ended = 'ended';

/**
 * Signals as server-sent events without content. The first comes at once, so that whoever lost the
 * connection misses nothing and no history need be kept for `Last-Event-ID`.
 */
export function changeStream(signals: Observable<unknown>): Observable<MessageEvent> {
  const over = merge(timer(longest), signals.pipe(ignoreElements(), endWith(ended)));
  const changed = signals.pipe(
    startWith('now'),
    throttleTime(atMostEvery, undefined, { leading: true, trailing: true }),
    map((): MessageEvent => ({ type: 'changed', data: {} })),
  );
  const pulse = interval(pulseEvery).pipe(map((): MessageEvent => ({ type: 'pulse', data: {} })));
  return merge(changed, pulse).pipe(takeUntil(over));
}
