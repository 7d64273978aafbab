import { MINUTE_MS } from '../beijing-time';
import type { Ride } from '../city/ride';
import { atMostAtOnce } from '../http/at-most-at-once';
import type { EndpointClock } from '../http/endpoint-clock';
import { deliverRides } from '../operator/deliver-rides';
import type { PartnerClient } from '../operator/partner-client';
import { depart } from '../people/depart';
import { give } from '../people/give';
import { join } from '../people/join';
import { plan } from '../people/plan';
import type { Step } from './step';
import { addDelivery, type Tally } from './tally';
import { JOIN_WORK, ridesWork } from './work';

/** Riders that come in, and batches that go out, at the same time: as many as a small machine has use for. */
const AT_ONCE = 2;
/** The clock jumps to the last minutes before a portion and walks through them, so that the timers run now and then. */
const WALKED_MS = 5 * MINUTE_MS;

/**
 * Brings the clock to the step's time and lets everything happen that is due. May be repeated as a whole.
 * @param report told the work of each part that is done; together it is the step's
 */
export async function runStep(
  client: PartnerClient,
  step: Step,
  tally: Tally,
  report: (work: number) => void,
): Promise<void> {
  await bringClockTo(client.clock, step.untilMs);
  await atMostAtOnce(AT_ONCE, step.joins, async ({ rider }) => {
    await join(client, rider);
    report(JOIN_WORK);
  });
  await atMostAtOnce(AT_ONCE, batchesOf(step), async rides => {
    const tickets = rides.map(({ ticket }) => ticket);
    addDelivery(tally, tickets.length, await deliverRides(client, tickets));
    report(ridesWork(rides));
  });
  for (const { ticketId, reason } of step.reversals) {
    await client.send('POST', '/partner/v1/reversals', { ticketId, reason });
  }
  for (const gift of step.gifts) await give(client.url, gift);
  for (const planned of step.plans) await plan(client.url, planned);
  for (const { rider } of step.departures) await depart(client.url, rider);
}

async function bringClockTo(clock: EndpointClock, untilMs: number): Promise<void> {
  const nowMs = await clock.nowMs();
  if (nowMs < untilMs - WALKED_MS) await clock.jumpTo(untilMs - WALKED_MS);
  const restMs = untilMs - (await clock.nowMs());
  if (restMs > 0) await clock.walk(restMs);
}

/** Every rider's tickets go into one batch: the product does a rider's rides in one transaction. */
function batchesOf({ rides }: Step): Ride[][] {
  const riders = [...new Set(rides.map(({ openid }) => openid))];
  const laneOf = new Map(riders.map((openid, index) => [openid, index % AT_ONCE]));
  return Array.from({ length: AT_ONCE }, (_, lane) =>
    rides.filter(({ openid }) => laneOf.get(openid) === lane),
  ).filter(batch => batch.length > 0);
}
