import type { Platform } from '../../platform';
import type { Job } from './job';
import { acquireRun, readRuns, releaseRun, saveProgress } from './lease';
import type { JobRun } from './store';

/**
 * `finished`: this window's run is complete. `paused`: time was up, the next trigger goes on. `lost`: the lease ran out
 * and somebody else has it. `busy` and `done`: there was nothing to do here.
 */
export type JobOutcome = 'finished' | 'paused' | 'lost' | 'busy' | 'done';

/**
 * Runs a job's steps until it is finished or `deadlineMs` has come, keeping the cursor after each step. A function that
 * is killed leaves a lease that runs out, and the next run goes on at the kept cursor. An error of a step is thrown
 * after the lease was given back, so the next trigger tries that step again. Two database calls to begin (one when
 * there is nothing to do), one a step.
 */
export async function runJob(platform: Platform, job: Job, deadlineMs: number): Promise<JobOutcome> {
  const runs = await readRuns(platform, [job]);
  return runJobAsSeen(platform, job, runs.get(job.name), deadlineMs);
}

/** The same for a run that was read before, together with those of other jobs: one database call less. */
export async function runJobAsSeen(
  platform: Platform,
  job: Job,
  seen: JobRun | undefined,
  deadlineMs: number,
): Promise<JobOutcome> {
  const owner = platform.randomId();
  const run = await acquireRun(platform, job, owner, seen);
  if (run === 'busy' || run === 'done') return run;
  let { cursor } = run;
  try {
    while (platform.nowMs() < deadlineMs) {
      ({ cursor } = await job.step(platform, { windowStartMs: run.windowStartMs, cursor, deadlineMs }));
      if (!(await saveProgress(platform, job, owner, cursor))) return 'lost';
      if (cursor === null) return 'finished';
    }
  } catch (error) {
    await releaseRun(platform, job, owner);
    throw error;
  }
  await releaseRun(platform, job, owner);
  return 'paused';
}
