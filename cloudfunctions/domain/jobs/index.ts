/**
 * Work that timers start.
 *
 * 1. A job has one run at a time: its lease is taken by one write of its one document, as it was seen.
 * 2. It runs once in each window of its own length; a run that was cut off is finished before a new one begins.
 * 3. After each step its cursor is kept: a function that is killed loses at most one step's progress.
 * 4. Steps are harmless when repeated, because a killed step runs again and a lease can run out under a slow one.
 * 5. Jobs know the time they have and stop by themselves; the next trigger goes on.
 * 6. Domains declare what of theirs ends by itself (`Purge`); one job removes it.
 */
export type { Job, Purge, Step } from './job';
export { readRuns } from './lease';
export { purgeExpired } from './purge-expired';
export { type JobOutcome, runJob, runJobAsSeen } from './run-job';
export { stepThroughDue } from './step-through-due';
export type { JobRun } from './store';
