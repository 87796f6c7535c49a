import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import {
  belongs,
  commitmentOf,
  drawLots,
  drawRule,
  hashOf,
  seedOf,
  stratumKey,
} from './draw-lots.js';
import {
  coreText,
  type DrawCore,
  type DrawRecord,
  signatureDigest,
  signingParts,
} from './draw-record.js';
import { drawRecordShape, misfit } from './draw-shape.js';

export const drawChecks = [
  'shape',
  'canonical',
  'rule',
  'list',
  'strata',
  'commitment',
  'seed',
  'result',
  'record',
  'times',
  'signatures',
] as const;
export type DrawCheck = (typeof drawChecks)[number];

/** Whether one thing holds; if not, where it differs. */
export type DrawFinding = {
  readonly check: DrawCheck;
  readonly holds: boolean;
  readonly where: string;
};

const finding = (check: DrawCheck, where: string): DrawFinding => ({
  ...{ check, holds: where === '', where },
});
const same = (check: DrawCheck, said: string, computed: string): DrawFinding =>
  finding(check, said === computed ? '' : `${said} ≠ ${computed}`);

/** Recomputes a draw from its exported record alone: every check with its answer, in a fixed order. */
export function verifyDraw(text: string): DrawFinding[] {
  const parsed = parse(text);
  const wrong = parsed === undefined ? 'JSON' : misfit(parsed, drawRecordShape, 'record');
  if (wrong !== null) return [finding('shape', wrong)];
  const record = parsed as DrawRecord;
  const { core } = record;
  const { list, listHash, nonce } = core;
  const computed = hashOf(canonicalJson(list as unknown as Json));
  return [
    finding('shape', ''),
    finding('canonical', canonicalJson(parsed as Json) === text.trimEnd() ? '' : 'JSON'),
    same('rule', list.rule, drawRule),
    same('list', listHash, computed),
    finding('strata', strataFault(core)),
    same('commitment', core.commitment, commitmentOf(nonce, listHash)),
    same('seed', core.seed, seedOf(nonce, core.supervisorNumber, listHash)),
    finding('result', resultFault(core)),
    same('record', record.recordHash, hashOf(coreText(core))),
    finding('times', timesFault(record)),
    finding('signatures', signatureFault(record)),
  ];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first stratum whose key, experts or order are not what they must be. */
function strataFault({ list }: DrawCore): string {
  const keys = list.strata.map(({ key }) => key);
  const wrong = list.strata.find((stratum, at) => {
    const ids = stratum.experts.map(({ id }) => id);
    const isSorted = ids.every((id, place) => place === 0 || (ids[place - 1] ?? '') < id);
    const areOwn = stratum.experts.every((expert) => belongs(expert, stratum));
    const isOnce = keys.indexOf(stratum.key) === at;
    return !isSorted || !areOwn || !isOnce || stratumKey(stratum) !== stratum.key;
  });
  return wrong?.key ?? '';
}

function resultFault({ seed, list, result }: DrawCore): string {
  const computed = drawLots(seed, list.strata);
  if (computed.length !== result.length) return `${result.length} ≠ ${computed.length}`;
  const wrong = computed.findIndex(
    (stratum, at) => canonicalJson(stratum) !== canonicalJson(result[at] as unknown as Json),
  );
  return wrong === -1 ? '' : (computed[wrong]?.stratum ?? '');
}

/** The commitment comes before the number, the number before the signatures. */
function timesFault({ core, signatures }: DrawRecord): string {
  const { committedAt, numberedAt } = core;
  const late = signatures.find(({ at }) => Date.parse(at) < Date.parse(numberedAt));
  if (!(Date.parse(committedAt) < Date.parse(numberedAt))) return `${committedAt} ≥ ${numberedAt}`;
  return late === undefined ? '' : `${late.at} < ${numberedAt}`;
}

function signatureFault({ recordHash, signatures }: DrawRecord): string {
  const parts = signatures.map(({ part }) => part).sort();
  if (parts.join() !== [...signingParts].join()) return parts.join(' + ') || '0';
  const wrong = signatures.find((one) => one.digest !== signatureDigest(recordHash, one));
  return wrong?.part ?? '';
}
