import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from '../city/city';
import type { DemoFile } from '../folder/demo-file';
import { playTracks } from '../month/play-tracks';
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
  /** Riders who buy tickets, on the day of that time. */
  tickets(untilMs: number): Promise<void>;
  /** Riders who take buses, bicycles and cars, on the day of that time; their partners join with the team's scenes. */
  modes(untilMs: number): Promise<void>;
  /** Told every progress, besides the terminal. */
  report(progress: Progress): void;
}

/** Sends what the month lacks, and shows on the terminal how far it is. */
export async function fillMonth({ output, report, desk, tickets, modes, ...run }: Filling): Promise<void> {
  const line = new ProgressLine(output);
  const show = (progress: Progress): void => {
    line.show(progress);
    report(progress);
  };
  const { startDay } = run.file.state;
  const { url, clock } = run.client;
  const meanwhile = async (untilMs: number): Promise<void> => {
    if (desk !== null) await trying('演示员工', line, () => playScenes(desk, startDay, untilMs));
    await trying('演示乘客', line, () => playTracks(url, clock, startDay, untilMs));
    await trying('演示乘客', line, () => tickets(untilMs));
    await trying('演示合作方', line, () => modes(untilMs));
  };
  await sendMonth({ ...run, report: show, meanwhile }, line);
  line.end();
}

/** What people cannot do now they leave, or try again on the next day; the month does not wait for it. */
async function trying(who: string, line: ProgressLine, happens: () => Promise<void>): Promise<void> {
  try {
    await happens();
  } catch (error) {
    line.say(`${who}有一步没有做成：${error instanceof Error ? error.message : String(error)}`);
  }
}

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
