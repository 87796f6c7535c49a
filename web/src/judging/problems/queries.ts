import { useQuery } from '@tanstack/vue-query';
import { api, bodyOf, seen, type Schemas } from '../../api/client';
import { changing } from '../queries';

export type OwnProblem = Schemas['OwnProblemView'];
export type ProblemTask = Schemas['ProblemTaskView'];

const of = (id: string) => ({ path: { id } });

/** What the judge reported of a sheet, with the answers. */
export const useOwnProblems = (sheetId: () => string) =>
  useQuery({
    queryKey: ['judging', 'own-problems', sheetId],
    queryFn: () => bodyOf(api.GET('/api/judging/sheets/{id}/problems', { params: of(sheetId()) })),
  });

export const reportProblem = (sheetId: string, body: Schemas['MaterialProblemDto']) =>
  changing(bodyOf(api.POST('/api/judging/sheets/{id}/problems', { params: of(sheetId), body })));

/** What judges of a selection reported; what waits for an answer first. */
export const useProblemTasks = (programmeId: () => string) =>
  useQuery({
    queryKey: ['judging', 'problem-tasks', programmeId],
    queryFn: () =>
      bodyOf(api.GET('/api/judging/programmes/{id}/problems', { params: of(programmeId()) })),
  });

export const settleProblem = ({ id, version }: ProblemTask, answer: string) =>
  changing(
    bodyOf(
      api.POST('/api/judging/problems/{id}/settlement', {
        params: of(id),
        headers: seen(version),
        body: { answer },
      }),
    ),
  );
