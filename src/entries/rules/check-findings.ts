import { countWords } from '../../platform/pure/count-words.js';
import { type CheckCode, type CheckFact, checkGroups, type CheckItem } from './check-items.js';
import {
  allSections,
  bodyWords,
  type Filled,
  type Shortcoming,
  shortcomings,
} from './completeness.js';
import { likenessLevel } from './likeness.js';
import type { FieldRule, FieldValues, Form } from './form.js';

/** An entry of the same title, or an earlier one of the same unit that was accepted. */
export type Repeat = {
  readonly isSameTitle: boolean;
  readonly caseNo: string;
  readonly title: string;
  readonly unitName: string;
  readonly programmeName: string;
};

/** What the program looks at. */
export type Checked = {
  readonly form: Form;
  readonly filled: Filled;
  /** When each attestation was given, by field key. */
  readonly attested: Readonly<Record<string, Date | undefined>>;
  /** Rule keys of files that are not ready, or of which no copy for judges could be made. */
  readonly unreadyFiles: readonly string[];
  readonly rank: number | null;
  readonly submittedAt: Date | null;
  readonly correctedAt: Date | null;
  readonly closesAt: Date;
  readonly places: number | null;
  readonly taken: number;
  readonly repeats: readonly Repeat[];
  /** How many places tell judges whose it is; null where it is not read blind. */
  readonly leaks: number | null;
  /** How much of it stands in the likest other entry, in thousandths. */
  readonly likeness: number;
};

type Found = {
  readonly ok: boolean | null;
  readonly facts?: readonly CheckFact[];
  readonly reasons?: readonly Shortcoming[];
};

const aboutWords: readonly string[] = ['too-long', 'too-short'];
const onlyPeopleTell: Found = { ok: null };

/** The list with what the program finds by itself; an item that does not apply to this form is left out. */
export function formalCheck(entry: Checked): CheckItem[] {
  const all = shortcomings(entry.form, entry.filled);
  const words = all.filter(({ code }) => aboutWords.includes(code));
  const rest = all.filter(({ code }) => !aboutWords.includes(code));
  const found: Readonly<Partial<Record<CheckCode, Found | undefined>>> = {
    complete: { ok: rest.length === 0, facts: [filledFact(entry)], reasons: rest },
    words: { ok: words.length === 0, facts: wordFacts(entry), reasons: words },
    structure: structure(entry),
    stamps: entry.form.attachments.length > 0 ? onlyPeopleTell : undefined,
    commitments: commitments(entry),
    files: files(entry),
    quota: quota(entry),
    rank: { ok: entry.rank !== null, facts: rankFacts(entry) },
    'in-time': inTime(entry),
    category: onlyPeopleTell,
    eligibility: onlyPeopleTell,
    repeats: repeats(entry),
    anonymity: anonymity(entry),
    likeness: likeness(entry),
    wording: onlyPeopleTell,
    privacy: onlyPeopleTell,
  };
  return (Object.keys(found) as CheckCode[]).flatMap((code) => {
    const item = found[code];
    if (item === undefined) return [];
    const { ok, facts = [], reasons = [] } = item;
    return [{ code, group: checkGroups[code], ok, facts, reasons }];
  });
}

function filledFact({ form, filled }: Checked): CheckFact {
  const required = form.fields.filter((field) => field.required);
  const empty = shortcomings({ fields: required, attachments: [] }, filled).filter(
    ({ code }) => code === 'missing',
  );
  const params = { filled: required.length - empty.length, required: required.length };
  return { code: 'filled', where: '', params };
}

/** The count of every text that has a limit, and of all sections together. */
function wordFacts({ form, filled }: Checked): CheckFact[] {
  const limited = form.fields.filter(
    ({ minWords, maxWords, kind }) =>
      (kind === 'long-text' || kind === 'section') && (minWords ?? maxWords) !== undefined,
  );
  const total = form.bodyMaxWords;
  return [
    ...(total === undefined || total === null
      ? []
      : [
          wordFact(allSections, bodyWords(form.fields, filled.values), {
            max: total,
            tolerance: form.bodyTolerance,
          }),
        ]),
    ...limited.map(({ key, minWords, maxWords, tolerance }) =>
      wordFact(key, wordsIn(filled.values, key), { min: minWords, max: maxWords, tolerance }),
    ),
  ];
}

function wordFact(
  where: string,
  words: number,
  limits: { readonly min?: number; readonly max?: number; readonly tolerance?: number },
): CheckFact {
  const set = Object.entries(limits).filter((limit): limit is [string, number] =>
    Boolean(limit[1]),
  );
  return { code: 'words', where, params: { words, ...Object.fromEntries(set) } };
}

const wordsIn = (values: FieldValues, key: string): number => {
  const value = values[key];
  return typeof value === 'string' ? countWords(value) : 0;
};

const ofKind = (form: Form, kind: FieldRule['kind']): FieldRule[] =>
  form.fields.filter((field) => field.kind === kind);

/** Whether the text has all the sections that the form asks for. */
function structure({ form, filled }: Checked): Found | undefined {
  const sections = ofKind(form, 'section');
  if (sections.length === 0) return undefined;
  const empty = sections.filter(
    ({ key, required }) => required && wordsIn(filled.values, key) === 0,
  );
  const written = sections.filter(({ key }) => wordsIn(filled.values, key) > 0).length;
  return {
    ok: empty.length === 0,
    facts: [{ code: 'sections', where: '', params: { written, asked: sections.length } }],
    reasons: empty.map(({ key }) => ({ where: key, code: 'missing', params: {} })),
  };
}

function commitments({ form, filled, attested }: Checked): Found | undefined {
  const asked = ofKind(form, 'attestation');
  if (asked.length === 0) return undefined;
  const missing = asked.filter(({ key, required }) => required && filled.values[key] !== true);
  return {
    ok: missing.length === 0,
    facts: asked.flatMap(({ key }) => {
      const at = filled.values[key] === true ? attested[key] : undefined;
      return at
        ? [{ code: 'attested', where: key, params: { at: at.toISOString() } } as const]
        : [];
    }),
    reasons: missing.map(({ key }) => ({ where: key, code: 'missing', params: {} })),
  };
}

/** As many files as asked for, each readable, with the copy that judges see. */
function files({ form, filled, unreadyFiles }: Checked): Found | undefined {
  if (form.attachments.length === 0) return undefined;
  return {
    ok: unreadyFiles.length === 0,
    facts: form.attachments.map(({ key, min, max }) => ({
      code: 'files',
      where: key,
      params: { items: filled.files[key] ?? 0, min, max },
    })),
    reasons: unreadyFiles.map((where) => ({ where, code: 'bad-value', params: {} })),
  };
}

function quota({ places, taken }: Checked): Found {
  if (places === null) return { ok: true, facts: [{ code: 'no-quota', where: '', params: {} }] };
  return { ok: taken <= places, facts: [{ code: 'places', where: '', params: { taken, places } }] };
}

const rankFacts = ({ rank }: Checked): CheckFact[] =>
  rank === null ? [] : [{ code: 'rank', where: '', params: { rank } }];

/** A correction has its own time and does not make an entry late. */
function inTime({ submittedAt, correctedAt, closesAt }: Checked): Found {
  const until = closesAt.toISOString();
  const received: CheckFact[] =
    submittedAt === null
      ? []
      : [
          {
            code: 'received',
            where: '',
            params: { at: submittedAt.toISOString(), closesAt: until },
          },
        ];
  const corrected: CheckFact[] =
    correctedAt === null
      ? []
      : [{ code: 'corrected', where: '', params: { at: correctedAt.toISOString() } }];
  return {
    ok: submittedAt !== null && submittedAt < closesAt,
    facts: [...received, ...corrected],
  };
}

/** What the program reads it can clear of names, never what is in a picture. */
function anonymity({ leaks }: Checked): Found | undefined {
  if (leaks === null) return undefined;
  return { ok: leaks > 0 ? false : null, facts: [{ code: 'leaks', where: '', params: { leaks } }] };
}

/** From 15 % a person must look; nothing is refused by itself. */
const likeness = ({ likeness: share }: Checked): Found => ({
  ok: likenessLevel(share) === 'none',
  facts: [{ code: 'likeness', where: '', params: { percent: share / 10 } }],
});

const repeats = (entry: Checked): Found => ({
  ok: entry.repeats.every(({ isSameTitle }) => !isSameTitle),
  facts: entry.repeats.map(({ isSameTitle, ...params }) => ({
    code: isSameTitle ? 'same-title' : 'earlier',
    where: '',
    params,
  })),
});
