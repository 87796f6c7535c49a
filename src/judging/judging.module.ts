import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { ConflictsData } from './data/conflicts-data.js';
import { ContentsData } from './data/contents-data.js';
import { JudgesData } from './data/judges-data.js';
import { JudgingData } from './data/judging-data.js';
import { RoundsData } from './data/rounds-data.js';
import { SheetsData } from './data/sheets-data.js';
import { DeskController } from './http/desk.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { judgingProblems } from './http/problems.js';
import { ProgrammeJudgingController } from './http/programme-judging.controller.js';
import { RoundStagesController } from './http/round-stages.controller.js';
import { RoundsController } from './http/rounds.controller.js';
import { Judging } from './public-api.js';
import { AddSheet } from './use-cases/add-sheet.js';
import { AnswerInvitation } from './use-cases/answer-invitation.js';
import { AssignRound } from './use-cases/assign-round.js';
import { CloseRound } from './use-cases/close-round.js';
import { ConflictLedger } from './use-cases/conflict-ledger.js';
import { DeclareRecusal } from './use-cases/declare-recusal.js';
import { ExtendRound } from './use-cases/extend-round.js';
import { InviteJudges } from './use-cases/invite-judges.js';
import { ListCandidates } from './use-cases/list-candidates.js';
import { ListDeclarable } from './use-cases/list-declarable.js';
import { ListInvitations } from './use-cases/list-invitations.js';
import { ListJudges } from './use-cases/list-judges.js';
import { ListPanels } from './use-cases/list-panels.js';
import { ListRounds } from './use-cases/list-rounds.js';
import { OpenRound } from './use-cases/open-round.js';
import { PrepareRound } from './use-cases/prepare-round.js';
import { PutComment } from './use-cases/put-comment.js';
import { PutRecommendation } from './use-cases/put-recommendation.js';
import { PutScore } from './use-cases/put-score.js';
import { ReadBlindFile } from './use-cases/read-blind-file.js';
import { RepairRound } from './use-cases/repair-round.js';
import { SheetDesk } from './use-cases/sheet-desk.js';
import { ShowQueue } from './use-cases/show-queue.js';
import { ShowRound } from './use-cases/show-round.js';
import { ShowSheet } from './use-cases/show-sheet.js';
import { SignSheets } from './use-cases/sign-sheets.js';
import { WithdrawJudge } from './use-cases/withdraw-judge.js';

defineProblems('judging', judgingProblems);

const data = [ConflictsData, ContentsData, JudgesData, JudgingData, RoundsData, SheetsData];

const useCases = [
  ...[InviteJudges, ListJudges, WithdrawJudge, AnswerInvitation, ListInvitations],
  ...[ListDeclarable, DeclareRecusal, ConflictLedger],
  ...[ListRounds, PrepareRound, AssignRound, RepairRound, AddSheet, OpenRound, ExtendRound],
  ...[CloseRound, ShowRound, ListPanels, ListCandidates],
  ...[SheetDesk, ShowQueue, ShowSheet, PutScore, PutComment, PutRecommendation, ReadBlindFile],
  SignSheets,
];

@Global()
@Module({
  controllers: [
    ProgrammeJudgingController,
    RoundsController,
    RoundStagesController,
    InvitationsController,
    DeskController,
  ],
  providers: [...data, ...useCases, { provide: Judging, useExisting: JudgingData }],
  exports: [Judging],
})
export class JudgingModule {}
