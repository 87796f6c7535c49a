import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { ComputeRun } from '../use-cases/compute-run.js';

/** An assignment that was asked for is computed beside everything else. */
@Injectable()
@Handles('judging.assignment-ordered', 'assignments')
export class ComputeRunJob implements Handler {
  constructor(private readonly computeRun: ComputeRun) {}

  run({ payload }: Work): Promise<void> {
    return this.computeRun.run(String(payload['runId']));
  }
}
