import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { writeFileDurably } from '../write-file-durably';

const clockFile = z.strictObject({ offsetMs: z.number() });

/** The clock would have to go backwards, which nothing that reads it could bear. */
export class ClockBackwardsError extends Error {}

/**
 * The endpoint's clock: the machine's time plus an offset that only grows, kept in the data folder. Functions, timers,
 * the store and signed URLs all follow it, so that a month can be walked through in minutes.
 */
export class Clock {
  readonly #file: string;
  #offsetMs: number;
  #latestMs = 0;

  /**
   * @param startAtMs where a data folder without a clock begins; a folder that has one keeps its own
   */
  constructor(folder: string, startAtMs: number | undefined) {
    this.#file = path.join(folder, 'clock.json');
    const kept = readOffset(this.#file);
    this.#offsetMs = kept ?? (startAtMs === undefined ? 0 : startAtMs - Date.now());
    if (kept === undefined) this.#keep();
  }

  /** Milliseconds since 1970; never less than what it answered before, even if the machine's clock is set back. */
  nowMs(): number {
    this.#latestMs = Math.max(this.#latestMs, Date.now() + this.#offsetMs);
    return this.#latestMs;
  }

  /** What to add to the machine's time to get this clock's. */
  offsetMs(): number {
    return this.nowMs() - Date.now();
  }

  /** Kept on disk before it is seen by anybody: a clock that fell back after a crash would contradict stored data. */
  moveTo(atMs: number): void {
    const nowMs = this.nowMs();
    if (!(atMs >= nowMs))
      throw new ClockBackwardsError(`the clock stands at ${nowMs} and never goes backwards`);
    this.#set(atMs);
  }

  /** Moves on to `atMs`, or stays where it is when that has passed already. */
  reach(atMs: number): void {
    if (atMs > this.nowMs()) this.#set(atMs);
  }

  #set(atMs: number): void {
    this.#offsetMs = atMs - Date.now();
    this.#keep();
    this.#latestMs = Math.max(this.#latestMs, atMs);
  }

  #keep(): void {
    writeFileDurably(this.#file, `${JSON.stringify({ offsetMs: this.#offsetMs })}\n`);
  }
}

function readOffset(file: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  return clockFile.parse(JSON.parse(text)).offsetMs;
}
