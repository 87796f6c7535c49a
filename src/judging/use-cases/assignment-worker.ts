import { parentPort, workerData } from 'node:worker_threads';
import type { AssignmentProblem } from '../rules/assignment-shapes.js';
import { computeAssignment } from '../rules/compute-assignment.js';
import type { ThreadNews } from './assignment-thread.js';

/** Computes one assignment beside the server's own thread and tells how far it is. */
const tell = (news: ThreadNews): void => parentPort?.postMessage(news);
const computing = computeAssignment(workerData as AssignmentProblem);
let news = computing.next();
for (; !news.done; news = computing.next()) tell({ step: news.value });
tell({ computed: news.value });
