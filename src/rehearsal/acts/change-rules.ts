import { administrator, type Call, secondAdministrator } from '../road/call.js';
import type { Stage } from '../stage.js';

type Window = { readonly opensAt: string; readonly closesAt: string };
type Rules = {
  readonly name: string;
  readonly windows: Readonly<Record<string, Window>>;
  readonly publicity: unknown;
};
type Changes = {
  readonly version: number;
  readonly fingerprint: string;
  readonly current: Rules;
  readonly pending: {
    readonly id: string;
    readonly differences: readonly { readonly path: string }[];
  } | null;
};

const hour = 3_600_000;

/** Open rules change by two people alone: one proposal is turned down, the next one confirmed. */
export async function changeRules(stage: Stage, { programmeId }: Call): Promise<void> {
  const [first, second] = [stage.as(administrator), stage.as(secondAdministrator)];
  const path = `/api/programmes/${programmeId}/changes`;
  const before = await first.get<Changes>(path);
  const { recommendation } = before.current.windows;
  if (recommendation === undefined) throw new Error('the units have no time to recommend');
  const closesAt = new Date(new Date(recommendation.closesAt).getTime() + hour).toISOString();
  const windows = { ...before.current.windows, recommendation: { ...recommendation, closesAt } };
  const propose = async (reason: string): Promise<string> => {
    const { version } = await first.get<Changes>(path);
    const { id } = await first.post<{ id: string }>(
      path,
      { ...before.current, windows, reason },
      version,
    );
    return id;
  };
  const hasty = await propose('多给一小时。');
  await second.post(`${path}/${hasty}/rejection`, { reason: '理由不充分，请写明原因。' });
  stage.plays('rule-change-rejected');
  const change = await propose('推荐截止当日办公系统检修，顺延一小时。');
  const { pending } = await second.get<Changes>(path);
  if (pending?.differences.map((one) => one.path).join() !== 'windows.recommendation.closesAt')
    throw new Error('the proposal does not show what it changes');
  const confirm = `${path}/${change}/confirmation`;
  const signed = { password: stage.password };
  await stage.refusedWith('programmes.second-person-needed', () => first.post(confirm, signed));
  await second.post(confirm, signed);
  const after = await first.get<Changes>(path);
  if (after.fingerprint === before.fingerprint) throw new Error('changed rules look unchanged');
  stage.plays('rules-changed-by-two');
}
