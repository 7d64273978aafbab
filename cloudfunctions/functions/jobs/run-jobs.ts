import { type Job, type JobOutcome, type JobRun, readRuns, runJobAsSeen } from '../../domain/jobs';
import type { Platform } from '../../platform';

export interface JobReport {
  job: string;
  outcome: JobOutcome | 'failed';
}

/**
 * Runs the jobs one after the other until `deadlineMs`; one that fails is logged and does not hold up the others.
 * How far all of them have come is one look; whoever takes a run in between makes it `busy` here.
 */
export async function runJobs(
  platform: Platform,
  jobs: readonly Job[],
  deadlineMs: number,
): Promise<JobReport[]> {
  const reports: JobReport[] = [];
  const runs = await readRuns(platform, jobs);
  for (const job of jobs) {
    if (platform.nowMs() >= deadlineMs) break;
    reports.push({ job: job.name, outcome: await outcomeOf(platform, job, runs.get(job.name), deadlineMs) });
  }
  platform.log('jobs.ran', { reports });
  return reports;
}

async function outcomeOf(
  platform: Platform,
  job: Job,
  seen: JobRun | undefined,
  deadlineMs: number,
): Promise<JobReport['outcome']> {
  try {
    return await runJobAsSeen(platform, job, seen, deadlineMs);
  } catch (error) {
    platform.log('jobs.failure', {
      job: job.name,
      problem: error instanceof Error ? error.stack : String(error),
    });
    return 'failed';
  }
}
