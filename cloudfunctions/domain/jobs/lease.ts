import { Increment, type Platform } from '../../platform';
import type { Job } from './job';
import { type JobRun, jobRuns } from './store';

/** Longer than a function may run, so that a lease ends only with its holder; shorter than the time between triggers. */
export const LEASE_MS = 90_000;

/** `busy`: somebody else is at it. `done`: this window's run is finished. Otherwise the run that is now ours. */
export type Acquired = 'busy' | 'done' | JobRun;

/**
 * Takes the job's run for its owner: an unfinished one where it stopped, else a new one for the window of now.
 * Of two callers at the same time one gets it, because both write the same document.
 */
export function acquireRun(platform: Platform, job: Job, owner: string): Promise<Acquired> {
  return platform.database.transact(async transaction => {
    const nowMs = platform.nowMs();
    const windowStartMs = nowMs - (nowMs % job.everyMs);
    const run = await transaction.get(jobRuns, job.name);
    if (run && run.leaseOwner !== null && run.leaseUntilMs > nowMs) return 'busy';
    if (run && run.finishedAtMs !== null && run.windowStartMs >= windowStartMs) return 'done';
    const lease = { leaseOwner: owner, leaseUntilMs: nowMs + LEASE_MS };
    const begun =
      run && run.finishedAtMs === null
        ? { ...run, ...lease }
        : {
            _id: job.name,
            windowStartMs,
            cursor: null,
            steps: 0,
            startedAtMs: nowMs,
            finishedAtMs: null,
            ...lease,
          };
    const { _id, ...fields } = begun;
    if (run) await transaction.update(jobRuns, _id, fields);
    else await transaction.add(jobRuns, begun);
    return begun;
  });
}

/** Keeps how far the owner has come; false when the lease has gone to somebody else meanwhile. */
export async function saveProgress(
  platform: Platform,
  job: Job,
  owner: string,
  cursor: string | null,
): Promise<boolean> {
  const nowMs = platform.nowMs();
  const progress =
    cursor === null
      ? { finishedAtMs: nowMs, leaseOwner: null, leaseUntilMs: 0 }
      : { leaseUntilMs: nowMs + LEASE_MS };
  const where = { _id: job.name, leaseOwner: owner };
  const patch = { ...progress, cursor, steps: new Increment(1) };
  return (await platform.database.updateWhere(jobRuns, where, patch)) === 1;
}

/** Lets the next trigger go on at once. */
export async function releaseRun(platform: Platform, job: Job, owner: string): Promise<void> {
  const where = { _id: job.name, leaseOwner: owner };
  await platform.database.updateWhere(jobRuns, where, { leaseOwner: null, leaseUntilMs: 0 });
}
