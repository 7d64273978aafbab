import type { PartnerRide, RidesAnswer } from '../../contract/partner';
import type { Platform } from '../../platform';
import { answerOf, identifyRides } from './identify-rides';
import { openJudging, type RidesPartner } from './judging';
import { judgeForTrip } from './new-trip';
import type { Outcomes } from './ride-outcome';

/**
 * What a batch would be answered if each of its rides were the first of a bound card: form, time, stations, speed and
 * repetitions within the batch are judged as ever. Nothing is stored. No database call, or two.
 */
export async function checkRides(
  platform: Platform,
  batch: { partner: RidesPartner; rides: readonly PartnerRide[] },
): Promise<RidesAnswer> {
  const judging = await openJudging(platform, batch.partner);
  const { unique, repeated } = identifyRides(platform, batch.partner.partnerId, batch.rides);
  const outcomes: Outcomes = new Map();
  for (const ride of unique) {
    const judged = judgeForTrip(ride, judging);
    outcomes.set(ride.tripId, 'outcome' in judged ? judged : { outcome: 'accepted' });
  }
  return answerOf(unique, repeated, outcomes);
}
