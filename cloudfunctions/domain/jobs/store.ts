import { collectionOf } from '../../platform';

/** How far a job has come. */
export interface JobRun {
  /** The job's name. */
  _id: string;
  /** Start of the window of time that the run is for. */
  windowStartMs: number;
  /** Where to go on; null at the beginning. */
  cursor: string | null;
  /** Steps done so far; each changes it, because the database reports an update without a change as none. */
  steps: number;
  /** Who works on it, and until when nobody else may. */
  leaseOwner: string | null;
  leaseUntilMs: number;
  startedAtMs: number;
  finishedAtMs: number | null;
}

export const jobRuns = collectionOf<JobRun>('job_runs');
