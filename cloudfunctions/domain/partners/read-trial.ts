import type { Platform } from '../../platform';
import { type TrialStep, type TriedRequest, trials } from './store';
import { allSteps } from './trial-steps';

export interface ShownTrial {
  steps: { step: TrialStep; passedAtMs: number | null }[];
  /** The latest ones, latest first. */
  requests: TriedRequest[];
}

/** How far a partner has come in the sandbox. One database call. */
export async function readTrial(platform: Platform, partnerId: string): Promise<ShownTrial> {
  const trial = await platform.database.get(trials, partnerId);
  return {
    steps: allSteps.map(step => ({ step, passedAtMs: trial?.passedAtMs[step] ?? null })),
    requests: trial?.requests ?? [],
  };
}
