import { MINUTE_MS } from '../beijing-time';
import type { EndpointClock } from '../http/endpoint-clock';
import { reconcileDay } from '../operator/reconcile-day';
import { walkAMonth } from '../people/walk';
import type { MonthRun } from './run-month';

/** Walked at the end, so that the timers have run when people look. */
const WALKED_MS = 5 * MINUTE_MS;

/** The month has been sent: the clock comes to the present, and every day is asked for once more. */
export async function finishMonth(run: MonthRun): Promise<void> {
  const { client, city, file } = run;
  await bringClockToPresent(client.clock);
  await walkAMonth(client.url, city, await client.clock.nowMs());
  const credited: typeof file.state.credited = {};
  for (const day of city.days) credited[day] = await reconcileDay(client, day);
  file.change({ credited, finished: true });
}

/** A clock that is ahead of the machine's stays where it is: it never goes backwards. */
async function bringClockToPresent(clock: EndpointClock): Promise<void> {
  if ((await behindMs(clock)) > WALKED_MS) await clock.jumpTo(Date.now() - WALKED_MS);
  // Once for the last minutes, and once for the time that their timers took. Walks are by how far, not to when, so
  // that the time a request takes cannot turn them into a way back.
  for (let walk = 1; walk <= 2; walk += 1) await clock.walk(Math.max(0, await behindMs(clock)));
}

const behindMs = async (clock: EndpointClock): Promise<number> => Date.now() - (await clock.nowMs());
