import { MINUTE_MS } from '../beijing-time';
import { type Delivery, deliverRides } from '../operator/deliver-rides';
import type { PartnerClient } from '../operator/partner-client';
import { readTrips, type ShownTrip } from '../people/account';
import { Phone, PhoneError } from '../people/phone';

/** Between leaving one train and entering the next gate. */
const PAUSE_MS = 8 * MINUTE_MS;
/** The trip that was just made is among these, unless older ones came in at the same moment. */
const LATEST_TRIPS = 20;

interface Sent {
  ticketId: string;
  entry: { atMs: number };
  exit: { atMs: number };
}

/** A ride that is just over, with the names of its ends. */
export interface PlannedRide {
  ticket: Sent;
  from: string;
  to: string;
}

export interface SentRide extends PlannedRide {
  delivery: Delivery;
  /** As the rider sees it; undefined where it does not count, or waits for its card. */
  trip: ShownTrip | undefined;
}

/**
 * Sends somebody's next ride: after the last one, and just over now.
 * @param plan makes the ride, from where the last one ended as far as that has a name
 */
export async function sendRide(
  client: PartnerClient,
  openid: string,
  plan: (nowMs: number, stood: string | undefined) => PlannedRide,
): Promise<SentRide> {
  const phone = new Phone(client.url, openid);
  const [latest] = await tripsOf(phone, 1);
  const planned = async (): Promise<PlannedRide> => plan(await client.clock.nowMs(), latest?.exit.station);
  const missingMs = (latest?.toMs ?? 0) + PAUSE_MS - (await planned()).ticket.entry.atMs;
  // Nobody sits in two trains: the time that this ride takes has to pass first.
  if (missingMs > 0) await client.clock.walk(missingMs);
  const ride = await planned();
  const delivery = await deliverRides(client, [ride.ticket]);
  const { entry, exit } = ride.ticket;
  const trips = await tripsOf(phone, LATEST_TRIPS);
  const trip = trips.find(({ fromMs, toMs }) => fromMs === entry.atMs && toMs === exit.atMs);
  return { ...ride, delivery, trip };
}

/** Whoever has not signed in or not agreed yet has none. */
async function tripsOf(phone: Phone, most: number): Promise<ShownTrip[]> {
  try {
    return await readTrips(phone, most);
  } catch (error) {
    if (error instanceof PhoneError) return [];
    throw error;
  }
}
