import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from '../city/city';
import type { DemoFile } from '../folder/demo-file';
import { type MonthRun, type Progress, runMonth } from '../month/run-month';
import type { PartnerClient } from '../operator/partner-client';
import { playScenes } from '../team/play-scenes';
import type { StaffDesk } from '../team/staff-desk';
import { type Output, ProgressLine } from './progress-line';

export interface Filling {
  client: PartnerClient;
  city: City;
  file: DemoFile;
  output: Output;
  signal: AbortSignal;
  /** Null in a folder whose team cannot be claimed any more. */
  desk: StaffDesk | null;
  /** Told every progress, besides the terminal. */
  report(progress: Progress): void;
}

/** Sends what the month lacks, and shows on the terminal how far it is. */
export async function fillMonth({ output, report, desk, ...run }: Filling): Promise<void> {
  const line = new ProgressLine(output);
  const show = (progress: Progress): void => {
    line.show(progress);
    report(progress);
  };
  const meanwhile = desk === null ? null : playing(desk, run.file.state.startDay, line);
  await sendMonth({ ...run, report: show, ...(meanwhile && { meanwhile }) }, line);
  line.end();
}

/** What the team cannot do now it tries again on the next day; riders do not wait for it. */
const playing =
  (desk: StaffDesk, startDay: string, line: ProgressLine) =>
  async (untilMs: number): Promise<void> => {
    try {
      await playScenes(desk, startDay, untilMs);
    } catch (error) {
      line.say(`演示员工有一步没有做成：${error instanceof Error ? error.message : String(error)}`);
    }
  };

/** Everything in the month may be sent again, so what went wrong is tried again before it is given up. */
const TRIES = 3;
const PAUSE_MS = 2000;

/** Whatever happens to the demo's operator, the product is served. */
async function sendMonth(run: MonthRun, line: ProgressLine): Promise<void> {
  for (let tried = 1; tried <= TRIES && !run.signal.aborted; tried += 1) {
    try {
      await runMonth(run);
      return;
    } catch (error) {
      line.say(`演示数据灌入出错：${error instanceof Error ? error.message : String(error)}`);
      await sleep(PAUSE_MS);
    }
  }
  if (!run.signal.aborted) line.say('演示数据没有灌完；产品照样可用，重新运行 npm start 会接着灌入。');
}
