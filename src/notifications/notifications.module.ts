import { Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { LetterData } from './data/letter-data.js';
import { NotificationsController } from './http/notifications.controller.js';
import { notificationsProblems } from './http/problems.js';
import { NoticeReleasedJob, ResultsReleasedJob } from './jobs/announcement.jobs.js';
import {
  CorrectionJob,
  EntryDeclinedJob,
  EntryReconsideredJob,
  EntryReturnedJob,
  EntrySubmittedJob,
  EntryTransferredJob,
  ListUnlockedJob,
} from './jobs/entries.jobs.js';
import {
  ExtraJudgeCalledJob,
  JudgeInvitedJob,
  RoundOpenedJob,
  SecondLooksAskedJob,
  SheetUnlockedJob,
  SpreadUndecidedJob,
} from './jobs/judging.jobs.js';
import { PersonInvitedJob } from './jobs/people.jobs.js';
import { SendLetterJob } from './jobs/send-letter.job.js';
import { ComposeLetter } from './use-cases/compose-letter.js';
import { CountLetters } from './use-cases/count-letters.js';
import { ReaderFacts } from './use-cases/reader-facts.js';
import { ReleaseReaders } from './use-cases/release-readers.js';
import { SendLetter } from './use-cases/send-letter.js';
import { TellJudges } from './use-cases/tell-judges.js';
import { TellOfEntry } from './use-cases/tell-of-entry.js';
import { TellOfRelease } from './use-cases/tell-of-release.js';
import { WelcomePerson } from './use-cases/welcome-person.js';
import { WriteLetters } from './use-cases/write-letters.js';

defineProblems('notifications', notificationsProblems);

@Module({
  controllers: [NotificationsController],
  providers: [
    LetterData,
    WriteLetters,
    WelcomePerson,
    TellOfEntry,
    TellJudges,
    TellOfRelease,
    ReleaseReaders,
    ReaderFacts,
    ComposeLetter,
    SendLetter,
    CountLetters,
    PersonInvitedJob,
    EntrySubmittedJob,
    EntryReturnedJob,
    EntryDeclinedJob,
    EntryReconsideredJob,
    ListUnlockedJob,
    CorrectionJob,
    EntryTransferredJob,
    JudgeInvitedJob,
    RoundOpenedJob,
    SheetUnlockedJob,
    SecondLooksAskedJob,
    ExtraJudgeCalledJob,
    SpreadUndecidedJob,
    NoticeReleasedJob,
    ResultsReleasedJob,
    SendLetterJob,
  ],
})
export class NotificationsModule {}
