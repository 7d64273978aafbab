import { DatabaseError, Increment, type Platform } from '../../platform';
import type { Job } from './job';
import { type JobRun, jobRuns } from './store';

/** Longer than a function may run, so that a lease ends only with its holder; shorter than the time between triggers. */
export const LEASE_MS = 90_000;

/** More than there ever are: the limit of a query. */
const MOST_JOBS = 100;

/** `busy`: somebody else is at it. `done`: this window's run is finished. Otherwise the run that is now ours. */
export type Acquired = 'busy' | 'done' | JobRun;

/** How far these jobs have come, by name; of one that never ran there is nothing. One database call. */
export async function readRuns(platform: Platform, jobs: readonly Job[]): Promise<Map<string, JobRun>> {
  const runs = await platform.database.find(jobRuns, {
    where: { _id: { oneOf: jobs.map(job => job.name) } },
    limit: MOST_JOBS,
  });
  return new Map(runs.map(run => [run._id, run]));
}

/** Why a run that was seen like this cannot be begun or gone on with now; null when it can. */
function standstill(run: JobRun, windowStartMs: number, nowMs: number): 'busy' | 'done' | null {
  if (run.leaseOwner !== null && run.leaseUntilMs > nowMs) return 'busy';
  return run.finishedAtMs !== null && run.windowStartMs >= windowStartMs ? 'done' : null;
}

/**
 * Takes the job's run for its owner: an unfinished one where it stopped, else a new one for the window of now. Of two
 * callers at the same time one gets it: a run is taken only as it was seen, in one write. One database call, none
 * when there is nothing to do.
 */
export async function acquireRun(
  platform: Platform,
  job: Job,
  owner: string,
  seen: JobRun | undefined,
): Promise<Acquired> {
  const nowMs = platform.nowMs();
  const windowStartMs = nowMs - (nowMs % job.everyMs);
  const still = seen ? standstill(seen, windowStartMs, nowMs) : null;
  if (still) return still;
  const lease = { leaseOwner: owner, leaseUntilMs: nowMs + LEASE_MS };
  const begun =
    seen && seen.finishedAtMs === null
      ? { ...seen, ...lease }
      : {
          _id: job.name,
          windowStartMs,
          cursor: null,
          steps: 0,
          startedAtMs: nowMs,
          finishedAtMs: null,
          ...lease,
        };
  const taken = seen ? await takeAsSeen(platform, seen, begun) : await addFirst(platform, begun);
  return taken ? begun : 'busy';
}

/** Every write of a run changes one of these, so that none that came in between goes unnoticed. */
async function takeAsSeen(platform: Platform, seen: JobRun, begun: JobRun): Promise<boolean> {
  const { windowStartMs, steps, leaseOwner, leaseUntilMs } = seen;
  const { _id: id, ...fields } = begun;
  const where = { _id: id, windowStartMs, steps, leaseOwner, leaseUntilMs };
  return (await platform.database.updateWhere(jobRuns, where, fields)) === 1;
}

async function addFirst(platform: Platform, begun: JobRun): Promise<boolean> {
  try {
    await platform.database.add(jobRuns, begun);
    return true;
  } catch (error) {
    if (error instanceof DatabaseError && error.kind === 'duplicate') return false;
    throw error;
  }
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
