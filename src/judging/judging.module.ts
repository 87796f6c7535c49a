import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { ConflictsData } from './data/conflicts-data.js';
import { ContentsData } from './data/contents-data.js';
import { ExpertsData } from './data/experts-data.js';
import { JudgesData } from './data/judges-data.js';
import { JudgingData } from './data/judging-data.js';
import { MaterialProblemsData } from './data/material-problems-data.js';
import { MarksData } from './data/marks-data.js';
import { MonitorData } from './data/monitor-data.js';
import { RoundsData } from './data/rounds-data.js';
import { RunsData } from './data/runs-data.js';
import { SheetsData } from './data/sheets-data.js';
import { SpreadsData } from './data/spreads-data.js';
import { UnlocksData } from './data/unlocks-data.js';
import { AssignmentsController } from './http/assignments.controller.js';
import { ConflictsController } from './http/conflicts.controller.js';
import { DeskController } from './http/desk.controller.js';
import { ExpertsController } from './http/experts.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { MaterialProblemsController } from './http/material-problems.controller.js';
import { MonitorController } from './http/monitor.controller.js';
import { judgingProblems } from './http/problems.js';
import { MarksController } from './http/marks.controller.js';
import { ProgrammeJudgingController } from './http/programme-judging.controller.js';
import { RoundStagesController } from './http/round-stages.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { SpreadsController } from './http/spreads.controller.js';
import { UnlocksController } from './http/unlocks.controller.js';
import { CheckSpreadJob, CheckSpreadOfJudgeJob } from './jobs/check-spread.jobs.js';
import { ComputeRunJob } from './jobs/compute-run.job.js';
import { Judging } from './public-api.js';
import { AddSheet } from './use-cases/add-sheet.js';
import { AnswerSecondLook } from './use-cases/answer-second-look.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { AssignmentThread } from './use-cases/assignment-thread.js';
import { CallExtraJudge } from './use-cases/call-extra-judge.js';
import { CancelRun } from './use-cases/cancel-run.js';
import { ChairDesk } from './use-cases/chair-desk.js';
import { CheckSpread } from './use-cases/check-spread.js';
import { CheckConflicts } from './use-cases/check-conflicts.js';
import { CloseRound } from './use-cases/close-round.js';
import { ComputeRun } from './use-cases/compute-run.js';
import { ConflictLedger } from './use-cases/conflict-ledger.js';
import { DecideConflict } from './use-cases/decide-conflict.js';
import { DecideUnlock } from './use-cases/decide-unlock.js';
import { DeclareRecusal } from './use-cases/declare-recusal.js';
import { DeployRun } from './use-cases/deploy-run.js';
import { ExtendRound } from './use-cases/extend-round.js';
import { ImportExperts } from './use-cases/import-experts.js';
import { FollowRound } from './use-cases/follow-round.js';
import { InviteJudges } from './use-cases/invite-judges.js';
import { ListCandidates } from './use-cases/list-candidates.js';
import { ListConflicts } from './use-cases/list-conflicts.js';
import { ListDeclarable } from './use-cases/list-declarable.js';
import { ListExperts } from './use-cases/list-experts.js';
import { ListInvitations } from './use-cases/list-invitations.js';
import { ListJudges } from './use-cases/list-judges.js';
import { ListPanels } from './use-cases/list-panels.js';
import { ListSpreads } from './use-cases/list-spreads.js';
import { ListRounds } from './use-cases/list-rounds.js';
import { ListUnlocks } from './use-cases/list-unlocks.js';
import { MarkSheet } from './use-cases/mark-sheet.js';
import { OpenRound } from './use-cases/open-round.js';
import { OrderRun } from './use-cases/order-run.js';
import { PartPairs } from './use-cases/part-pairs.js';
import { PrepareRound } from './use-cases/prepare-round.js';
import { PutComment } from './use-cases/put-comment.js';
import { PutRecommendation } from './use-cases/put-recommendation.js';
import { PutScore } from './use-cases/put-score.js';
import { ReadBlindFile } from './use-cases/read-blind-file.js';
import { RecuseJudge } from './use-cases/recuse-judge.js';
import { ReportProblem } from './use-cases/report-problem.js';
import { RequestUnlock } from './use-cases/request-unlock.js';
import { RunDesk } from './use-cases/run-desk.js';
import { SetChair } from './use-cases/set-chair.js';
import { SetExpertState } from './use-cases/set-expert-state.js';
import { SettleProblem } from './use-cases/settle-problem.js';
import { SheetDesk } from './use-cases/sheet-desk.js';
import { ShowMonitor } from './use-cases/show-monitor.js';
import { ShowQueue } from './use-cases/show-queue.js';
import { ShowRound } from './use-cases/show-round.js';
import { ShowRun } from './use-cases/show-run.js';
import { ShowSheet } from './use-cases/show-sheet.js';
import { SignSheets } from './use-cases/sign-sheets.js';
import { UndoRun } from './use-cases/undo-run.js';
import { WithdrawJudge } from './use-cases/withdraw-judge.js';

defineProblems('judging', judgingProblems);

const data = [
  ConflictsData,
  ContentsData,
  ExpertsData,
  JudgesData,
  JudgingData,
  MaterialProblemsData,
  MarksData,
  MonitorData,
  RoundsData,
  RunsData,
  SheetsData,
  SpreadsData,
  UnlocksData,
];

const useCases = [
  ...[InviteJudges, ListJudges, WithdrawJudge, AnswerInvitation, ListInvitations],
  ...[ListDeclarable, DeclareRecusal, ConflictLedger],
  ...[ListConflicts, CheckConflicts, RecuseJudge, DecideConflict, PartPairs],
  ...[ListRounds, PrepareRound, AddSheet, OpenRound, ExtendRound],
  ...[OrderRun, RunDesk, AssignmentThread, ComputeRun, ShowRun, CancelRun, DeployRun, UndoRun],
  ComputeRunJob,
  ...[CloseRound, FollowRound, ShowMonitor, ShowRound, ListPanels, ListCandidates],
  ...[SheetDesk, ShowQueue, ShowSheet, PutScore, PutComment, PutRecommendation, ReadBlindFile],
  ...[ReportProblem, SettleProblem],
  ...[SignSheets, MarkSheet, RequestUnlock, DecideUnlock, ListUnlocks],
  ...[CheckSpread, CallExtraJudge, AnswerSecondLook, ChairDesk, ListSpreads, SetChair],
  ...[CheckSpreadJob, CheckSpreadOfJudgeJob],
  ...[ListExperts, ImportExperts, SetExpertState],
];

@Global()
@Module({
  controllers: [
    ProgrammeJudgingController,
    ConflictsController,
    RoundsController,
    RoundStagesController,
    AssignmentsController,
    MonitorController,
    MaterialProblemsController,
    InvitationsController,
    DeskController,
    MarksController,
    ExpertsController,
    SpreadsController,
    UnlocksController,
  ],
  providers: [...data, ...useCases, { provide: Judging, useExisting: JudgingData }],
  exports: [Judging],
})
export class JudgingModule {}
