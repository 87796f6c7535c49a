import { quiet } from '../mailbox.js';
import type { Stage } from '../stage.js';
import { administrator } from './call.js';

type Run = { readonly state: string; readonly roundVersion: number };

/** An assignment is asked for, computed by its job, and put in place. */
export async function assign(
  stage: Stage,
  roundId: string,
  order: { readonly kind: 'assignment' | 'repair'; readonly seed?: string },
): Promise<void> {
  const admin = stage.as(administrator);
  const { id } = await admin.post<{ id: string }>(
    `/api/judging/rounds/${roundId}/assignments`,
    order,
  );
  await quiet(stage.visitor);
  const path = `/api/judging/assignments/${id}`;
  const { state, roundVersion } = await admin.get<Run>(path);
  if (state !== 'ready') throw new Error(`the assignment is ${state}`);
  await admin.post(`${path}/deployment`, undefined, roundVersion);
  stage.plays('assignment-deployed');
}
