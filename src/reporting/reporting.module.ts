import { Module } from '@nestjs/common';
import { UnitFiguresData } from './data/unit-figures.js';
import { ReportingController } from './http/reporting.controller.js';
import { ComparePrefectures } from './use-cases/compare-prefectures.js';

@Module({
  controllers: [ReportingController],
  providers: [UnitFiguresData, ComparePrefectures],
})
export class ReportingModule {}
