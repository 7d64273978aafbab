import { MINUTE_MS } from '../beijing-time';
import type { EndpointClock } from '../http/endpoint-clock';
import { reconcileDay } from '../operator/reconcile-day';
import type { MonthRun } from './run-month';

/** Walked at the end, so that the timers have run when people look. */
const WALKED_MS = 5 * MINUTE_MS;

/** The month has been sent: the clock comes to the present, and every day is asked for once more. */
export async function finishMonth(run: MonthRun): Promise<void> {
  const { client, city, file } = run;
  await bringClockToPresent(client.clock);
  const credited: typeof file.state.credited = {};
  for (const day of city.days) credited[day] = await reconcileDay(client, day);
  file.change({ credited, finished: true });
}

/** A clock that is ahead of the machine's stays where it is: it never goes backwards. */
async function bringClockToPresent(clock: EndpointClock): Promise<void> {
  const nowMs = await clock.nowMs();
  if (nowMs >= Date.now()) return;
  await clock.jumpTo(Math.max(nowMs, Date.now() - WALKED_MS));
  await clock.walk(Math.max(0, Date.now() - (await clock.nowMs())));
  // The timers took their time.
  if ((await clock.nowMs()) < Date.now()) await clock.jumpTo(Date.now());
}
