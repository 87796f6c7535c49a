import { ComputeRun } from '../../src/judging/use-cases/compute-run.js';
import type { Reply } from './client.js';
import type { Selection } from './judging.js';

export type RunOrder = {
  readonly kind: 'assignment' | 'repair';
  readonly seed?: string;
  readonly maxLoad?: number;
  readonly perGroup?: number;
};

/** Asks for an assignment of a round and does what its job does, also in a house without a worker; its id. */
export async function computedRun(
  { house, admin }: Selection,
  roundId: string,
  order: RunOrder,
): Promise<string> {
  const ordered = await admin.post(`/api/judging/rounds/${roundId}/assignments`, order);
  if (ordered.status !== 201) throw new Error(`not ordered: ${ordered.text}`);
  const { id } = ordered.body;
  await house.app.get(ComputeRun, { strict: false }).run(id);
  return id as string;
}

/** As `computedRun`, and puts it in place; what the server says to that. */
export async function deployedRun(
  selection: Selection,
  roundId: string,
  order: RunOrder,
): Promise<Reply> {
  const id = await computedRun(selection, roundId, order);
  return onRun(selection, id, 'deployment');
}

/** Acts on a run at the version its round has now. */
export async function onRun({ admin }: Selection, runId: string, act: string): Promise<Reply> {
  const url = `/api/judging/assignments/${runId}`;
  const { roundVersion } = (await admin.get(url)).body;
  return admin.post(`${url}/${act}`, undefined, roundVersion);
}
