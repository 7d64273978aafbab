import { MINUTE_MS } from '../beijing-time';
import type { MetroNetwork } from '../city/metro-network';
import type { Ticket } from '../city/ride';
import type { Rider } from '../city/rider';
import { type Delivery, deliverRides } from '../operator/deliver-rides';
import type { PartnerClient } from '../operator/partner-client';
import { readTrips, type ShownTrip } from '../people/account';
import { Phone, PhoneError } from '../people/phone';
import { planRide, type RideWish } from '../try/plan-ride';

/** Between leaving one train and entering the next gate. */
const PAUSE_MS = 8 * MINUTE_MS;
/** The trip that was just made is among these, unless older ones came in at the same moment. */
const LATEST_TRIPS = 20;

export interface SentRide {
  ticket: Ticket;
  delivery: Delivery;
  /** As the rider sees it; undefined where it does not count, or waits for its card. */
  trip: ShownTrip | undefined;
}

export interface NextRide {
  client: PartnerClient;
  network: MetroNetwork;
  rider: Rider;
  wish: RideWish;
}

/** The rider's next ride: from where the last one ended, after it, and just over now. */
export async function sendNextRide({ client, network, rider, wish }: NextRide): Promise<SentRide> {
  const phone = new Phone(client.url, rider.openid);
  const [latest] = await tripsOf(phone, 1);
  const stood = latest?.exit.station;
  const from = wish.from ?? (stood === wish.to ? undefined : stood);
  const plan = async (): Promise<Ticket> =>
    planRide(network, rider, { from, to: wish.to }, await client.clock.nowMs());
  const missingMs = (latest?.toMs ?? 0) + PAUSE_MS - (await plan()).entry.atMs;
  // Nobody sits in two trains: the time that this ride takes has to pass first.
  if (missingMs > 0) await client.clock.walk(missingMs);
  const ticket = await plan();
  const delivery = await deliverRides(client, [ticket]);
  const trips = await tripsOf(phone, LATEST_TRIPS);
  const trip = trips.find(({ fromMs, toMs }) => fromMs === ticket.entry.atMs && toMs === ticket.exit.atMs);
  return { ticket, delivery, trip };
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
