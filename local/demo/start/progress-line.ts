import type { Progress } from '../month/run-month';

const WIDTH = 24;
/** Without a terminal one line for so many days is enough to see that it goes on. */
const DAYS_A_LINE = 5;

/** What of a terminal is needed here. */
export interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that is rewritten on a terminal; elsewhere a plain line now and then. */
export class ProgressLine {
  #shown = '';
  #latestDay = 0;

  constructor(readonly output: Output) {}

  show(progress: Progress): void {
    const line = progressText(progress);
    if (this.output.isTTY) {
      this.output.write(`\r\u001b[2K${line}`);
      this.#shown = line;
    } else if (this.#isWorthALine(progress)) this.output.write(`${line}\n`);
    this.#latestDay = progress.daysDone;
  }

  #isWorthALine({ daysDone }: Progress): boolean {
    return daysDone !== this.#latestDay && daysDone % DAYS_A_LINE === 0;
  }

  /** Writes something else without tearing the line. */
  say(text: string): void {
    if (this.#shown === '') this.output.write(`${text}\n`);
    else this.output.write(`\r\u001b[2K${text}\n${this.#shown}`);
  }

  /** The line stays as it is, and what follows begins below. */
  end(): void {
    if (this.#shown !== '') this.output.write('\n');
    this.#shown = '';
  }
}

export function progressText({ stepsDone, stepsInAll, daysDone, daysInAll, rides, grams }: Progress): string {
  const filled = Math.round((stepsDone / stepsInAll) * WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
  const sums = `${rides.toLocaleString('en-US')} 次行程，${grams.toLocaleString('en-US')} 碳积分`;
  return `演示数据 ${bar} 第 ${daysDone}/${daysInAll} 天，${sums}`;
}
