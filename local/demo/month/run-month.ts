import type { City } from '../city/city';
import type { DemoFile } from '../folder/demo-file';
import type { PartnerClient } from '../operator/partner-client';
import { reconcileDay } from '../operator/reconcile-day';
import { finishMonth } from './finish-month';
import { runStep } from './run-step';
import { type Step, stepsOf } from './step';

/** How far the month is. */
export interface Progress {
  stepsDone: number;
  stepsInAll: number;
  daysDone: number;
  daysInAll: number;
  /** Rides that stand and the grams credited for them, as the product reports them. */
  rides: number;
  grams: number;
}

export interface MonthRun {
  client: PartnerClient;
  city: City;
  file: DemoFile;
  /** Called after each step. */
  report(progress: Progress): void;
  signal: AbortSignal;
}

/** Rides come up to two days late: so many days may still change. */
const UNSETTLED_DAYS = 3;

/**
 * Sends the month, from where the demo's file says it stopped. Answers whether it is complete; stopping takes effect
 * between two steps.
 */
export async function runMonth(run: MonthRun): Promise<boolean> {
  const steps = stepsOf(run.city);
  for (let number = run.file.state.stepsDone; number < steps.length; number += 1) {
    if (run.signal.aborted) return false;
    const step = steps[number]!;
    const { tally } = run.file.state;
    await runStep(run.client, step, tally);
    if (steps[number + 1]?.day !== step.day) await closeDay(run, step);
    run.file.change({ stepsDone: number + 1, tally });
    run.report(progressOf(run.file, steps));
  }
  if (run.signal.aborted) return false;
  await finishMonth(run);
  run.report(progressOf(run.file, steps));
  return true;
}

async function closeDay({ client, city, file }: MonthRun, { day }: Step): Promise<void> {
  const credited = { ...file.state.credited };
  for (const name of city.days.slice(Math.max(0, day + 1 - UNSETTLED_DAYS), day + 1)) {
    credited[name] = await reconcileDay(client, name);
  }
  file.change({ credited });
}

function progressOf({ state }: DemoFile, steps: readonly Step[]): Progress {
  const credited = Object.values(state.credited);
  return {
    stepsDone: state.stepsDone,
    stepsInAll: steps.length,
    daysDone: steps[state.stepsDone]?.day ?? daysIn(steps),
    daysInAll: daysIn(steps),
    rides: credited.reduce((sum, { count }) => sum + count, 0),
    grams: credited.reduce((sum, { grams }) => sum + grams, 0),
  };
}

const daysIn = (steps: readonly Step[]): number => (steps.at(-1)?.day ?? -1) + 1;
