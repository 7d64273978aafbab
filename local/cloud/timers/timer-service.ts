import type { Clock } from '../clock/clock';
import type { FunctionUnit } from '../runner/function-unit';
import type { Runner } from '../runner/runner';
import { everyTimer, type Schedule } from './cron';

const never = Number.POSITIVE_INFINITY;

interface Timer {
  functionName: string;
  triggerName: string;
  schedule: Schedule;
  /** Infinity when the schedule has run out. */
  nextMs: number;
}

/** Node's longest timeout is 24.8 days; waking up once an hour does no harm. */
const longestSleepMs = 3_600_000;

/**
 * Timer triggers on the endpoint's clock. They fire as the clock walks by in real time, and one after the other, each at
 * its own time, when the clock is advanced.
 */
export class TimerService {
  #timers: Timer[] = [];
  #alarm: NodeJS.Timeout | null = null;
  /** While the clock is being advanced the alarm is silent; a second advance waits for the first. */
  #walking: Promise<unknown> = Promise.resolve();
  #walks = 0;
  #stopped = false;

  constructor(
    readonly clock: Clock,
    readonly runner: Runner,
  ) {}

  /** Replaces all timers; triggers that are due in the past of the clock are not made up for. */
  deploy(units: FunctionUnit[]): void {
    const nowMs = this.clock.nowMs();
    this.#timers = units.flatMap(({ declaration: { name, timer } }) => {
      const schedule = timer === undefined ? null : everyTimer(timer.cron).schedule;
      if (timer === undefined || schedule === null) return [];
      return [
        { functionName: name, triggerName: timer.name, schedule, nextMs: schedule.next(nowMs) ?? never },
      ];
    });
    this.#setAlarm();
  }

  /** Moves the clock on by so much, running every trigger on the way, and answers when all of them have ended. */
  advance(byMs: number): Promise<void> {
    return this.#walk(() => this.#advanceTo(this.clock.nowMs() + byMs));
  }

  /**
   * Sets the clock; triggers that lie between are left out, as when the machine had been switched off.
   * @throws ClockBackwardsError
   */
  jumpTo(atMs: number): Promise<void> {
    return this.#walk(async () => {
      this.clock.moveTo(atMs);
      for (const timer of this.#timers) timer.nextMs = timer.schedule.next(atMs) ?? never;
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#timers = [];
    this.#setAlarm();
  }

  #walk(work: () => Promise<void>): Promise<void> {
    this.#walks++;
    this.#setAlarm();
    const done = this.#walking.then(work).finally(() => {
      this.#walks--;
      this.#setAlarm();
    });
    this.#walking = done.catch(() => {});
    return done;
  }

  async #advanceTo(targetMs: number): Promise<void> {
    for (let due = this.#nextDue(targetMs); due !== null; due = this.#nextDue(targetMs)) {
      // A function that takes longer than the time to the next trigger has moved the clock past it already.
      this.clock.reach(due.nextMs);
      await this.#fire(due);
    }
    this.clock.reach(targetMs);
  }

  #nextDue(untilMs: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.#timers) {
      if (timer.nextMs <= untilMs && timer.nextMs < (first?.nextMs ?? never)) first = timer;
    }
    return first;
  }

  /** A failing trigger stands in the log; there is nobody to tell. */
  async #fire(timer: Timer): Promise<void> {
    const dueMs = timer.nextMs;
    timer.nextMs = timer.schedule.next(dueMs) ?? never;
    const event = { Type: 'Timer', TriggerName: timer.triggerName, Time: isoSeconds(dueMs), Message: '' };
    await this.runner
      .call(timer.functionName, JSON.stringify(event), { source: 'wx_trigger' })
      .catch(() => {});
  }

  #setAlarm(): void {
    if (this.#alarm !== null) clearTimeout(this.#alarm);
    this.#alarm = null;
    const next = this.#nextDue(never);
    if (this.#stopped || this.#walks > 0 || next === null) return;
    const sleepMs = Math.min(longestSleepMs, Math.max(0, next.nextMs - this.clock.nowMs()));
    this.#alarm = setTimeout(() => this.#ring(), sleepMs);
    this.#alarm.unref();
  }

  #ring(): void {
    const nowMs = this.clock.nowMs();
    for (let due = this.#nextDue(nowMs); due !== null; due = this.#nextDue(nowMs)) void this.#fire(due);
    this.#setAlarm();
  }
}

/** As in the platform's events: `2026-01-01T00:05:00Z`. */
function isoSeconds(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19)}Z`;
}
