import type { Folded } from './folded-text.js';
import { commonRuns, foldText, type Run, shortestRun } from './likeness.js';

/** A sentence of one text and the sentences of the other that say the same. */
export type AlikeSentence = { readonly own: string; readonly other: string };

type Pair = { readonly one: Folded; readonly two: Folded; readonly other: string };

/** The sentences of `own` of which at least half stands in `other`, each with where it stands there. */
export function alikeSentences(own: string, other: string): AlikeSentence[] {
  const pair = { one: foldText(own), two: foldText(other), other };
  const runs = commonRuns(pair.one.text, pair.two.text);
  return sentencesOf(own).flatMap((sentence) => {
    const inside = foldedPart(sentence, pair.one);
    const shared = runs.map((run) => overlap(run, inside)).filter(({ start, end }) => end > start);
    const covered = shared.reduce((sum, { start, end }) => sum + end - start, 0);
    if (covered === 0 || covered * 2 < inside.end - inside.start) return [];
    const there = shared.map((run) => sentencesAround(run, pair));
    return [
      {
        own: own.slice(sentence.start, sentence.end).trim(),
        other: [...new Set(there)].join(''),
      },
    ];
  });
}

/** Where a stretch of the original lies in the folded text. */
function foldedPart({ start, end }: Run, { from }: Folded): Run {
  const first = from.findIndex((at) => at >= start);
  const after = from.findIndex((at) => at >= end);
  return first < 0 ? { start: 0, end: 0 } : { start: first, end: after < 0 ? from.length : after };
}

const overlap = (one: Run, two: Run): Run => ({
  start: Math.max(one.start, two.start),
  end: Math.min(one.end, two.end),
});

/** The whole sentences of the other text in which a shared stretch stands. */
function sentencesAround({ start, end }: Run, { one, two, other }: Pair): string {
  const at = two.text.indexOf(one.text.slice(start, Math.min(end, start + shortestRun)));
  if (at < 0) return '';
  const first = two.from[at] ?? 0;
  const last = two.from[Math.min(two.from.length, at + end - start) - 1] ?? first;
  return sentencesOf(other)
    .filter((sentence) => sentence.end > first && sentence.start <= last)
    .map((sentence) => other.slice(sentence.start, sentence.end).trim())
    .join('');
}

const sentencesOf = (text: string): Run[] =>
  [...text.matchAll(/[^。！？；!?;\n\r]+[。！？；!?;]*/gu)].map(({ 0: sentence, index }) => ({
    start: index,
    end: index + sentence.length,
  }));
