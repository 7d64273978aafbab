import type { PartnerRide, RidesAnswer } from '../../contract/partner';
import { DatabaseError, isDatabaseError, type Platform } from '../../platform';
import { riderTokens } from '../bindings';
import { answerOf, type IdentifiedRide, identifyRides } from './identify-rides';
import { type Judging, openJudging, type RidesPartner } from './judging';
import { judgeForTrip } from './new-trip';
import {
  type BoundToken,
  type JudgedRide,
  recordRidesOfBound,
  recordRidesOfUnbound,
} from './record-token-rides';
import { type Outcomes, outcomeOfKnown } from './ride-outcome';
import { type Trip, trips } from './store';

/** Tokens worked on at once: a batch is dominated by waiting for the database. */
const TOKENS_AT_ONCE = 8;
/** A ticket written between the look and the transaction shows as a duplicate key; then look again. */
const LOOKS = 3;

type KnownTrip = Pick<Trip, '_id' | 'state' | 'requestHash'>;
/** The rides of one card in the batch, and the card where it is bound. */
interface TokenRides {
  rides: readonly IdentifiedRide[];
  bound: BoundToken | null;
}

type KnownTrips = ReadonlyMap<string, KnownTrip>;

async function lookUp(platform: Platform, rides: readonly IdentifiedRide[]): Promise<KnownTrips> {
  const found = await platform.database.find(trips, {
    where: { _id: { oneOf: rides.map(ride => ride.tripId) } },
    fields: ['state', 'requestHash'],
    limit: rides.length,
  });
  return new Map(found.map(trip => [trip._id, trip]));
}

/** The cards of the batch that are bound now, by their id: that says whose rides these are. */
async function findBound(
  platform: Platform,
  rides: readonly IdentifiedRide[],
): Promise<ReadonlyMap<string, BoundToken>> {
  const ids = [...new Set(rides.map(ride => ride.token._id))];
  const found = await platform.database.find(riderTokens, {
    where: { _id: { oneOf: ids } },
    limit: ids.length,
  });
  return new Map(
    found.flatMap(token => (token.uid === null ? [] : [[token._id, { ...token, uid: token.uid }]])),
  );
}

/**
 * Rides are credited in the order in which they were made, whatever order they are sent in. Of two that begin at once
 * the digest decides: it is the same with every environment's key.
 */
const byTime = (left: JudgedRide, right: JudgedRide): number =>
  left.trip.fromMs - right.trip.fromMs || (left.trip.ticketDigest < right.trip.ticketDigest ? -1 : 1);

async function recordOnce(
  { rides, bound }: TokenRides,
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
  good.sort(byTime);
  const recorded = await judging.platform.database.transact(transaction =>
    bound
      ? recordRidesOfBound(transaction, bound, good, judging)
      : recordRidesOfUnbound(transaction, rides[0]!.token, good, judging),
  );
  return new Map([...outcomes, ...recorded]);
}

/** The database's own text names documents, and so riders and days: its kind has to do for the log. */
const problemOf = (error: unknown): string => (error instanceof DatabaseError ? error.kind : String(error));

const deferAll = (rides: readonly IdentifiedRide[]): Outcomes =>
  new Map(rides.map(ride => [ride.tripId, { outcome: 'deferred' }]));

async function recordAfterLooks(group: TokenRides, first: KnownTrips, judging: Judging): Promise<Outcomes> {
  let known = first;
  for (let look = 1; ; look += 1) {
    try {
      return await recordOnce(group, known, judging);
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate') || look === LOOKS) throw error;
    }
    known = await lookUp(judging.platform, group.rides);
  }
}

/** Never throws: whatever keeps these rides from being taken now, the others of the batch have been taken already. */
async function recordGroup(
  group: TokenRides,
  known: KnownTrips,
  judging: Judging,
  deadlineMs: number,
): Promise<Outcomes> {
  if (judging.platform.nowMs() >= deadlineMs) return deferAll(group.rides);
  try {
    return await recordAfterLooks(group, known, judging);
  } catch (error) {
    judging.platform.log('rides.deferred', { count: group.rides.length, problem: problemOf(error) });
    return deferAll(group.rides);
  }
}

function groupByToken(
  rides: readonly IdentifiedRide[],
  bound: ReadonlyMap<string, BoundToken>,
): TokenRides[] {
  const groups = new Map<string, IdentifiedRide[]>();
  for (const ride of rides) groups.set(ride.token._id, [...(groups.get(ride.token._id) ?? []), ride]);
  return [...groups].map(([tokenId, ofToken]) => ({ rides: ofToken, bound: bound.get(tokenId) ?? null }));
}

export interface RecordRides {
  partner: RidesPartner;
  rides: readonly PartnerRide[];
  /** What has not begun by then is deferred. */
  deadlineMs: number;
}

/** The partner's answer, and what this delivery has credited: told once, by the delivery whose transaction did it. */
export interface RecordedRides {
  answer: RidesAnswer;
  credited: readonly Trip[];
}

const creditedIn = (outcomes: Outcomes): Trip[] =>
  [...outcomes.values()].flatMap(one => (one.outcome === 'accepted' && one.credited ? [one.credited] : []));

/** `recordAndTell` for whom the answer is enough. */
export const recordRides = async (platform: Platform, batch: RecordRides): Promise<RidesAnswer> =>
  (await recordAndTell(platform, batch)).answer;

/**
 * Takes a batch of signed rides, each exactly once: one look at the known tickets and one at the cards, then one
 * transaction a card: at most six calls for it and a day, two for each further day and two a ride. A
 * ride that does not fit the time, or whose token is fought over for too long, is deferred and may be sent again.
 */
export async function recordAndTell(platform: Platform, batch: RecordRides): Promise<RecordedRides> {
  const judging = await openJudging(platform, batch.partner);
  const { unique, repeated } = identifyRides(platform, batch.partner.partnerId, batch.rides);
  const [known, bound] = await Promise.all([lookUp(platform, unique), findBound(platform, unique)]);
  const waiting = groupByToken(unique, bound);
  const outcomes: Outcomes = new Map();
  const worker = async (): Promise<void> => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const settled = await recordGroup(group, known, judging, batch.deadlineMs);
      for (const [tripId, outcome] of settled) outcomes.set(tripId, outcome);
    }
  };
  await Promise.all(Array.from({ length: TOKENS_AT_ONCE }, worker));
  return { answer: answerOf(unique, repeated, outcomes), credited: creditedIn(outcomes) };
}
