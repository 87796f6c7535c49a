import { Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../../platform/workers/worker-file.js';
import type { AssignmentProblem } from '../rules/assignment-shapes.js';
import type { Computed, Step } from '../rules/compute-assignment.js';

export type ThreadNews = { readonly step: Step } | { readonly computed: Computed };

/** Computes assignments in a thread of their own, which may be ended at any moment. */
@Injectable()
export class AssignmentThread {
  /**
   * @param onStep told how far the computation is @param wanted its abortion ends the thread at once
   * @throws Error when the thread ends without a result
   */
  solve(
    problem: AssignmentProblem,
    onStep: (step: Step) => void,
    wanted: AbortSignal,
  ): Promise<Computed> {
    return new Promise((resolve, reject) => {
      const file = workerFile(import.meta.url, './assignment-worker.js');
      const worker = new Worker(file, { workerData: problem });
      const end = (): void => void worker.terminate();
      wanted.addEventListener('abort', end, { once: true });
      worker.on('message', (news: ThreadNews) =>
        'step' in news ? onStep(news.step) : resolve(news.computed),
      );
      worker.once('error', reject);
      worker.once('exit', (code) => {
        wanted.removeEventListener('abort', end);
        reject(new Error(`the computation of an assignment ended with ${code}`));
      });
      if (wanted.aborted) end();
    });
  }
}
