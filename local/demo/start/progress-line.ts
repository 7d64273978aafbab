import type { Progress } from '../month/run-month';

const WIDTH = 24;
/** Without a terminal a line for so many parts of the whole is enough to see that it goes on. */
const LINES = 10;
/** Before that much is done nobody can tell how long the rest takes. */
const TOLD_AFTER = 0.05;
const SECOND_MS = 1000;

/** What of a terminal is needed here. */
export interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that is rewritten on a terminal; elsewhere a plain line now and then. */
export class ProgressLine {
  #shown = '';
  #latestLine = -1;
  #began: { atMs: number; share: number } | null = null;

  constructor(
    readonly output: Output,
    readonly nowMs: () => number = () => performance.now(),
  ) {}

  show(progress: Progress): void {
    this.#began ??= { atMs: this.nowMs(), share: progress.share };
    const line = `${progressText(progress)}${this.#restText(progress)}`;
    if (this.output.isTTY) {
      this.output.write(`\r\u001b[2K${line}`);
      this.#shown = line;
    } else if (this.#isWorthALine(progress)) this.output.write(`${line}\n`);
  }

  #isWorthALine({ share }: Progress): boolean {
    const number = Math.floor(share * LINES);
    if (number <= this.#latestLine) return false;
    this.#latestLine = number;
    return true;
  }

  /** A start that goes on counts from where it began: the time before was another one's. */
  #restText({ share }: Progress): string {
    const { atMs, share: from } = this.#began ?? { atMs: 0, share: 0 };
    if (share - from < TOLD_AFTER || share >= 1) return '';
    const restMs = ((this.nowMs() - atMs) * (1 - share)) / (share - from);
    return `，约还需 ${Math.ceil(restMs / SECOND_MS)} 秒`;
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

export function progressText({ share, daysDone, daysInAll, rides, grams }: Progress): string {
  const filled = Math.round(share * WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
  const sums = `${rides.toLocaleString('en-US')} 次行程，${grams.toLocaleString('en-US')} 碳积分`;
  return `城市正在醒来 ${bar} ${Math.floor(share * 100)} %，第 ${daysDone}/${daysInAll} 天，${sums}`;
}
