import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { ProgrammesData } from './data/programmes-data.js';
import { programmesProblems } from './http/problems.js';
import { Programmes } from './public-api.js';

defineProblems('programmes', programmesProblems);

@Global()
@Module({
  controllers: [],
  providers: [ProgrammesData, { provide: Programmes, useExisting: ProgrammesData }],
  exports: [Programmes],
})
export class ProgrammesModule {}
