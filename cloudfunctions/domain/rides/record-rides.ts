import type { PartnerRide, RidesAnswer } from '../../contract/partner';
import { isDatabaseError, type Platform } from '../../platform';
import { answerOf, type IdentifiedRide, identifyRides } from './identify-rides';
import { type Judging, openJudging, type RidesPartner } from './judging';
import { judgeForTrip } from './new-trip';
import { type JudgedRide, recordTokenRides } from './record-token-rides';
import { type Outcomes, outcomeOfKnown } from './ride-outcome';
import { type Trip, trips } from './store';

/** Tokens worked on at once: a batch is dominated by waiting for the database. */
const TOKENS_AT_ONCE = 8;
/** A ticket written between the look and the transaction shows as a duplicate key; then look again. */
const LOOKS = 3;

type KnownTrip = Pick<Trip, '_id' | 'state' | 'requestHash'>;
type KnownTrips = ReadonlyMap<string, KnownTrip>;

async function lookUp(platform: Platform, rides: readonly IdentifiedRide[]): Promise<KnownTrips> {
  const found = await platform.database.find(trips, {
    where: { _id: { oneOf: rides.map(ride => ride.tripId) } },
    fields: ['state', 'requestHash'],
    limit: rides.length,
  });
  return new Map(found.map(trip => [trip._id, trip]));
}

/** Rides are credited in the order in which they were made, whatever order they are sent in. */
const byTime = (left: JudgedRide, right: JudgedRide): number =>
  left.trip.fromMs - right.trip.fromMs || (left.trip._id < right.trip._id ? -1 : 1);

async function recordOnce(
  rides: readonly IdentifiedRide[],
  known: KnownTrips,
  judging: Judging,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  const good: JudgedRide[] = [];
  for (const ride of rides) {
    const earlier = known.get(ride.tripId);
    const settled = outcomeOfKnown(earlier, ride.requestHash);
    const judged = settled ?? judgeForTrip(ride, judging);
    if ('outcome' in judged) outcomes.set(ride.tripId, judged);
    else good.push({ trip: judged, reversalCame: earlier?.state === 'waiting-ride' });
  }
  if (good.length === 0) return outcomes;
  const recorded = await judging.platform.database.transact(transaction =>
    recordTokenRides(transaction, rides[0]!.token, good.sort(byTime), judging),
  );
  return new Map([...outcomes, ...recorded]);
}

const deferAll = (rides: readonly IdentifiedRide[]): Outcomes =>
  new Map(rides.map(ride => [ride.tripId, { outcome: 'deferred' }]));

async function recordAfterLooks(
  rides: readonly IdentifiedRide[],
  first: KnownTrips,
  judging: Judging,
): Promise<Outcomes> {
  let known = first;
  for (let look = 1; ; look += 1) {
    try {
      return await recordOnce(rides, known, judging);
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate') || look === LOOKS) throw error;
    }
    known = await lookUp(judging.platform, rides);
  }
}

/** Never throws: whatever keeps these rides from being taken now, the others of the batch have been taken already. */
async function recordGroup(
  rides: readonly IdentifiedRide[],
  known: KnownTrips,
  judging: Judging,
  deadlineMs: number,
): Promise<Outcomes> {
  if (judging.platform.nowMs() >= deadlineMs) return deferAll(rides);
  try {
    return await recordAfterLooks(rides, known, judging);
  } catch (error) {
    judging.platform.log('rides.deferred', { count: rides.length, error: String(error) });
    return deferAll(rides);
  }
}

const groupByToken = (rides: readonly IdentifiedRide[]): IdentifiedRide[][] => {
  const groups = new Map<string, IdentifiedRide[]>();
  for (const ride of rides) groups.set(ride.token._id, [...(groups.get(ride.token._id) ?? []), ride]);
  return [...groups.values()];
};

export interface RecordRides {
  partner: RidesPartner;
  rides: readonly PartnerRide[];
  /** What has not begun by then is deferred. */
  deadlineMs: number;
}

/**
 * Takes a batch of signed rides, each exactly once: one look at the known tickets, then one transaction a token. A
 * ride that does not fit the time, or whose token is fought over for too long, is deferred and may be sent again.
 */
export async function recordRides(platform: Platform, batch: RecordRides): Promise<RidesAnswer> {
  const judging = await openJudging(platform, batch.partner);
  const { unique, repeated } = identifyRides(platform, batch.partner.partnerId, batch.rides);
  const known = await lookUp(platform, unique);
  const waiting = groupByToken(unique);
  const outcomes: Outcomes = new Map();
  const worker = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const settled = await recordGroup(group, known, judging, batch.deadlineMs);
      for (const [tripId, outcome] of settled) outcomes.set(tripId, outcome);
    }
  };
  await Promise.all(Array.from({ length: TOKENS_AT_ONCE }, worker));
  return answerOf(unique, repeated, outcomes);
}
