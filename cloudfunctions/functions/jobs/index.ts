import { type ErrorCode, errorTexts } from '../../contract/errors';
import { caller } from '../../platform/caller';
import { cloudPlatform } from '../../platform/cloud-platform';
import { isTimer } from './is-timer';
import { jobs } from './registry';
import { type JobReport, runJobs } from './run-jobs';

/** Less than the function's 60 s by what the slowest step may take. */
const WORKING_MS = 45_000;

type JobsAnswer =
  | { ok: true; data: { reports: JobReport[] } }
  | { ok: false; error: { code: ErrorCode; message: string } };

/** Function `jobs`: everything but its own timer is refused. */
export async function main(event: unknown): Promise<JobsAnswer> {
  if (!isTimer(caller(), event)) {
    return { ok: false, error: { code: 'FORBIDDEN', message: errorTexts.FORBIDDEN } };
  }
  const platform = cloudPlatform();
  return { ok: true, data: { reports: await runJobs(platform, jobs, platform.nowMs() + WORKING_MS) } };
}
