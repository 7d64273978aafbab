/**
 * A rider's two years without two years of signed rides: entries by the ledger's own use cases at the times that they
 * would have had, so that chain, lots and balances are right, and their trips beside them.
 */
import {
  closeAccount,
  type Entry,
  type EntryFacts,
  NO_ORIGIN,
  openAccount,
  postCredit,
  postReversal,
  userAccount,
} from '../../cloudfunctions/domain/ledger';
import { networkOf } from '../../cloudfunctions/domain/network';
import { type Trip, trips } from '../../cloudfunctions/domain/rides/store';
import type { Platform } from '../../cloudfunctions/platform';
import { daysOfMonth } from '../../cloudfunctions/platform/beijing-time';
import { gramsOf } from './partner';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };
const MINUTE_MS = 60_000;
/** More only wait for each other. */
const TRIPS_AT_ONCE = 8;

const journeys: readonly (readonly [from: string, to: string, minutes: number])[] = [
  ['布吉', '福田', 31],
  ['福田', '布吉', 33],
  ['机场', '车公庙', 35],
  ['罗湖', '碧头', 92],
  ['福田', '世界之窗', 24],
];

interface Ride {
  key: string;
  day: string;
  fromMs: number;
  journey: readonly [from: string, to: string, minutes: number];
  metres: number;
}

function ridesOf(uid: string, month: string, isRidden: (day: string) => boolean): Ride[] {
  return daysOfMonth(month)
    .filter(isRidden)
    .flatMap((day, date) =>
      ['08:10', '18:35'].map((time, which) => {
        const journey = journeys[date % 6 === 5 ? 2 + ((Math.floor(date / 6) + which) % 3) : which]!;
        const path = networkOf('shenzhen')!.shortestPath(journey[0], journey[1]);
        if (!('metres' in path)) throw new Error(`no path from ${journey[0]} to ${journey[1]}`);
        const fromMs = Date.parse(`${day}T${time}:00+08:00`);
        return { key: `trip:bawei:${uid}:${day}:${which}`, day, fromMs, journey, metres: path.metres };
      }),
    );
}

function tripOf(uid: string, { key, day, fromMs, journey, metres }: Ride, isReversed: boolean): Trip {
  const [from, to, minutes] = journey;
  const toMs = fromMs + minutes * MINUTE_MS;
  const grams = gramsOf(metres);
  return {
    _id: key,
    state: isReversed ? 'reversed' : 'credited',
    partnerId: 'bawei',
    requestHash: key,
    tokenId: 'token',
    uid,
    ticketDigest: key,
    source: 'bawei',
    fromMs,
    toMs,
    day,
    origin: `sz-2021:${day.slice(0, 7)}`,
    salt: 'salt',
    evidence: {
      ticketId: key,
      mode: 'metro',
      entry: { station: from, atMs: fromMs },
      exit: { station: to, atMs: toMs },
      partnerDistanceMetres: null,
      distanceMetres: metres,
      factorSetId: 'sz-2021',
      reductionMilligramsPerKm: 46_700,
      grams,
    },
    creditedGrams: isReversed ? 0 : grams,
    cappedBy: null,
    entryKey: key,
    isFirst: false,
    reason: isReversed ? '重复计费' : null,
    receivedAtMs: toMs,
    timeline: `${fromMs}:${key}`,
    expiresAtMs: null,
  };
}

const factsOf = (key: string, reason: string, nowMs: number): EntryFacts => ({
  key,
  requestHash: key,
  reason,
  reference: { type: 'trip', id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs,
  answer: () => null,
});

/**
 * Writes two rides of each day of these months that is ridden, the first ride of each month taken back a day later, and at each month's
 * end 88 bonus credits. Answers the entries, first to last.
 */
export async function writeMonths(
  platform: Platform,
  uid: string,
  months: readonly string[],
  isRidden: (day: string) => boolean = () => true,
): Promise<Entry[]> {
  const written: Entry[] = [];
  for (const month of months) {
    const rides = ridesOf(uid, month, isRidden);
    const documents = rides.map((ride, at) => tripOf(uid, ride, at === 0));
    for (let first = 0; first < documents.length; first += TRIPS_AT_ONCE) {
      const some = documents.slice(first, first + TRIPS_AT_ONCE);
      await Promise.all(some.map(trip => platform.database.add(trips, trip)));
    }
    const entries = await platform.database.transact(async transaction => {
      const open = await openAccount(transaction, userAccount(uid));
      const made: Entry[] = [];
      for (const [at, { key, fromMs, metres }] of rides.entries()) {
        const carbon = { kind: 'carbon' as const, origin: `sz-2021:${month}`, source: 'mint:trip' };
        const facts = factsOf(key, 'trip', fromMs + 90 * MINUTE_MS);
        made.push(
          await postCredit(transaction, open, { ...carbon, amount: gramsOf(metres) }, facts, parameters),
        );
        if (at !== 2) continue;
        const { key: _, ...reversal } = factsOf(key, 'trip-reversed', facts.nowMs + MINUTE_MS);
        made.push(await postReversal(transaction, open, made[0]!, reversal));
      }
      const bonus = { kind: 'bonus' as const, origin: NO_ORIGIN, amount: 88, source: 'mint:manual' };
      const { _id: last, atMs } = made.at(-1)!;
      const facts = factsOf(`bonus:${last}`, 'manual', atMs + MINUTE_MS);
      const approval = { type: 'approval' as const, id: `bonus:${month}` };
      made.push(await postCredit(transaction, open, bonus, { ...facts, reference: approval }, parameters));
      await closeAccount(transaction, open);
      return made;
    });
    written.push(...entries);
  }
  return written;
}
