import type { City } from '../city/city';
import type { DemoFile } from '../folder/demo-file';
import type { PartnerClient } from '../operator/partner-client';
import { reconcileDay } from '../operator/reconcile-day';
import { finishMonth } from './finish-month';
import { runStep } from './run-step';
import { type Step, stepsOf } from './step';
import { workOf } from './work';

/** How far the month is. */
export interface Progress {
  /** Of the whole work, from 0 to 1; it moves on within a day, too. */
  share: number;
  daysDone: number;
  daysInAll: number;
  /** Rides that stand and the grams credited for them, as the product reported them at the end of their days. */
  rides: number;
  grams: number;
}

export interface MonthRun {
  client: PartnerClient;
  city: City;
  file: DemoFile;
  /** What else happens in the city until that time: it may move the clock, but not beyond. */
  meanwhile?(untilMs: number): Promise<void>;
  /** Called at the beginning and whenever a part is done. */
  report(progress: Progress): void;
  signal: AbortSignal;
}

/**
 * Sends the month, from where the demo's file says it stopped. Answers whether it is complete; stopping takes effect
 * between two steps.
 */
export async function runMonth(run: MonthRun): Promise<boolean> {
  const { client, city, file, signal } = run;
  const steps = stepsOf(city);
  const report = (workInStep: number): void => run.report(progressOf(file, steps, workInStep));
  report(0);
  for (let number = file.state.stepsDone; number < steps.length; number += 1) {
    if (signal.aborted) return false;
    const step = steps[number]!;
    const { tally } = file.state;
    let work = 0;
    await run.meanwhile?.(step.untilMs);
    await runStep(client, step, tally, done => {
      work += done;
      report(work);
    });
    await askForDay(run, step);
    file.change({ stepsDone: number + 1, tally });
    report(0);
  }
  if (signal.aborted) return false;
  await finishMonth(run);
  report(0);
  return true;
}

/** Rides that come late change a day afterwards: when the month is complete every day is asked for again. */
async function askForDay({ client, city, file }: MonthRun, { day }: Step): Promise<void> {
  const name = city.days[day];
  if (name === undefined) return;
  file.change({ credited: { ...file.state.credited, [name]: await reconcileDay(client, name) } });
}

function progressOf({ state }: DemoFile, steps: readonly Step[], workInStep: number): Progress {
  const credited = Object.values(state.credited);
  const works = steps.map(workOf);
  const done = sum(works.slice(0, state.stepsDone)) + workInStep;
  return {
    share: state.finished ? 1 : done / Math.max(done, sum(works)),
    daysDone: steps[state.stepsDone]?.day ?? daysIn(steps),
    daysInAll: daysIn(steps),
    rides: sum(credited.map(({ count }) => count)),
    grams: sum(credited.map(({ grams }) => grams)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const daysIn = (steps: readonly Step[]): number => (steps.at(-1)?.day ?? -1) + 1;
