import * as z from 'zod';
import { dayOf, HOUR_MS, MINUTE_MS } from '../beijing-time';
import type { City } from '../city/city';
import type { EndpointClock } from '../http/endpoint-clock';
import { deliverRides } from '../operator/deliver-rides';
import { PartnerClient } from '../operator/partner-client';
import { bindCard } from '../people/bind-card';
import type { StationPlace } from '../stations/station-places';
import type { TeamFile } from '../team/team-file';
import { claimElsewhere } from './claim-elsewhere';
import { type DemoPartner, demoPartners } from './demo-partners';
import { placesOf } from './mode-places';
import { type ModeRide, modeRidesOf } from './month-rides';
import { accessOf } from './partner-secrets';

export interface ModeWorld {
  url: string;
  clock: EndpointClock;
  city: City;
  /** Of the metro in Shenzhen. */
  stations: ReadonlyMap<string, StationPlace>;
  /** What the partners' secrets lie in. */
  file: TeamFile;
}

/** After everybody's last ride, and before the metro's operator sends the day. */
const SENDS_AT_MS = 21 * HOUR_MS + 50 * MINUTE_MS;

const card = z.object({ bound: z.boolean() });

/**
 * The other partners send the rides of the day of that time, whoever rides with one for the first time binds an account,
 * and one ride is declared elsewhere. The clock is walked along, not beyond the time. May be repeated.
 */
export async function rideByModes(world: ModeWorld, untilMs: number): Promise<void> {
  const { city, clock, stations } = world;
  const rides = modeRidesOf(city, mode => placesOf(mode, stations));
  const day = city.days.indexOf(dayOf(untilMs));
  const due = rides.filter(ride => ride.day === day);
  const sendsAtMs = city.startMs + day * 24 * HOUR_MS + SENDS_AT_MS;
  if (due.length === 0 || sendsAtMs > untilMs) return;
  if ((await clock.nowMs()) < sendsAtMs) await clock.jumpTo(sendsAtMs);
  for (const partner of demoPartners) await sendDay(world, partner, due, rides);
  await claimElsewhere(world.url, due, rides);
}

async function sendDay(
  { url, file }: ModeWorld,
  partner: DemoPartner,
  due: readonly ModeRide[],
  all: readonly ModeRide[],
): Promise<void> {
  const access = accessOf(file, partner);
  const rides = due.filter(({ mode }) => partner.modes.includes(mode));
  if (access === null || rides.length === 0) return;
  const client = new PartnerClient(url, access);
  for (const ride of rides.filter(one => isFirst(one, partner, all))) await bindOnce(client, ride);
  const tickets = rides.map(({ ticket }) => ticket);
  const [refused] = (await deliverRides(client, tickets)).rejected;
  // None of these is meant to fail: whoever starts the demo is told.
  if (refused) throw new Error(`${partner.name} ${refused.ticketId}：${refused.message}`);
}

const isFirst = (ride: ModeRide, { modes }: DemoPartner, all: readonly ModeRide[]): boolean =>
  all.find(({ rider, mode }) => rider.openid === ride.rider.openid && modes.includes(mode)) === ride;

async function bindOnce(client: PartnerClient, { rider, ticket: { riderToken } }: ModeRide): Promise<void> {
  const { bound } = card.parse(await client.send('POST', '/partner/v1/cards', { riderToken }));
  if (!bound)
    await bindCard(
      client,
      { openid: rider.openid, riderToken },
      `${rider.openid}-${client.access.partnerId}`,
    );
}
