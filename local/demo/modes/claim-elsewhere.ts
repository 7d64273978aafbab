import * as z from 'zod';
import { readTrips } from '../people/account';
import { Phone } from '../people/phone';
import type { ModeRide } from './month-rides';

/** Other schemes count rides on shared bikes, too: the same ride must not count twice. */
const claimed = { openid: 'demo-commuter-001', mode: 'shared-bike', scheme: 'ant-forest' } as const;

const LATEST_TRIPS = 20;

/** Of the rides of a month the one that its rider declares elsewhere: the last of its kind. */
const claimedOf = (month: readonly ModeRide[]): ModeRide | undefined =>
  month.filter(({ rider, mode }) => rider.openid === claimed.openid && mode === claimed.mode).at(-1);

/** Declares it on the day on which it was made. May be repeated. */
export async function claimElsewhere(
  url: string,
  due: readonly ModeRide[],
  month: readonly ModeRide[],
): Promise<void> {
  const ride = claimedOf(month);
  if (ride === undefined || !due.includes(ride)) return;
  const { openid, scheme } = claimed;
  const phone = new Phone(url, openid);
  const { entry, exit } = ride.ticket;
  const trips = await readTrips(phone, LATEST_TRIPS);
  const trip = trips.find(({ fromMs, toMs }) => fromMs === entry.atMs && toMs === exit.atMs);
  if (trip === undefined) return;
  const input = { tripId: trip.tripId, scheme };
  await phone.call(z.unknown(), 'schemes.declare', input, `${openid}-elsewhere-${ride.day}`);
}
