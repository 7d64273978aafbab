/**
 * Reads everything that rides have written and checks that it fits together: trips, day documents, accounts, entries.
 * It adds up by itself, from the documents alone, and uses the product only to read them.
 */
import type { Account, Entry } from '../../cloudfunctions/domain/ledger';
import type { Trip } from '../../cloudfunctions/domain/rides';
import { type Collection, type Conditions, collectionOf, type Platform } from '../../cloudfunctions/platform';
import { evidenceCommitment, verifyChain } from '../../miniprogram/proof';

export interface RiderDay {
  _id: string;
  uid: string;
  day: string;
  trips: { tripId: string; source: string; entryKey: string | null; fromMs: number; toMs: number }[];
  gramsBySource: Record<string, number>;
}

export interface RidesBooks {
  trips: Trip[];
  days: RiderDay[];
  accounts: Account[];
  entries: Entry[];
}

const PAGE = 500;

/** Every document of a collection, in the order of ids. */
export async function readAll<T extends { _id: string }>(
  { database }: Platform,
  collection: Collection<T>,
  where: Conditions = {},
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const above = all.at(-1)?._id ?? '';
    const page = await database.find(collection, {
      where: { ...where, _id: { above } },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

export async function readBooks(platform: Platform): Promise<RidesBooks> {
  return {
    trips: await readAll(platform, collectionOf<Trip>('trips')),
    days: await readAll(platform, collectionOf<RiderDay>('rider_days')),
    accounts: await readAll(platform, collectionOf<Account>('ledger_accounts')),
    entries: await readAll(platform, collectionOf<Entry>('ledger_entries')),
  };
}

const BEIJING_MS = 8 * 3_600_000;
export const dayOf = (atMs: number): string => new Date(atMs + BEIJING_MS).toISOString().slice(0, 10);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);
const amountOf = (lots: readonly { amount: number }[]): number => sum(lots.map(lot => lot.amount));

/** What a user's account gained by an entry, debts counted as less. */
function gainOf(entry: Entry): number {
  const debt = entry.account.replace('user:', 'debt:');
  const isOwn = (account: string) => account === entry.account || account === debt;
  const gains = entry.postings.map(({ source, destination, lots }) => {
    const amount = amountOf(lots);
    return (isOwn(destination) ? amount : 0) - (isOwn(source) ? amount : 0);
  });
  return sum(gains);
}

export interface Caps {
  dayCapGrams: number;
  monthCapGrams: number;
}

const isReversal = (entry: Entry): boolean => entry._id.startsWith('reversal:');
const isCredited = (trip: Trip): boolean => trip.state === 'credited';
const gramsOfTrips = (trips: readonly Trip[]): number => sum(trips.map(trip => trip.creditedGrams));

/** Collects the sentences that do not hold. */
class Findings {
  readonly problems: string[] = [];
  check(holds: boolean, problem: string): void {
    if (!holds) this.problems.push(problem);
  }
}

function auditTrips({ trips, entries }: RidesBooks, findings: Findings): void {
  const byKey = new Map(entries.map(entry => [entry._id, entry]));
  for (const trip of trips) {
    const entry = byKey.get(trip._id);
    const isPaid = trip.entryKey !== null;
    const isTakenBack = byKey.has(`reversal:${trip._id}`);
    findings.check((entry !== undefined) === isPaid, `${trip._id}: entry ${entry?._id}, paid ${isPaid}`);
    findings.check(isTakenBack === (isPaid && trip.state === 'reversed'), `${trip._id} is ${trip.state}`);
    if (!entry) continue;
    findings.check(entry.account === `user:${trip.uid}`, `${trip._id}: its entry is of ${entry.account}`);
    findings.check(gainOf(entry) === trip.creditedGrams, `${trip._id}: ${gainOf(entry)} were posted`);
    const commitment = evidenceCommitment(trip.salt!, trip.evidence);
    findings.check(entry.commitment === commitment, `${trip._id}: another commitment`);
  }
  const paid = trips.filter(trip => trip.entryKey !== null);
  const reversals = entries.filter(isReversal);
  findings.check(entries.length === paid.length + reversals.length, 'an entry belongs to no trip');
  const firsts = trips.filter(trip => trip.isFirst).map(trip => trip.uid);
  findings.check(firsts.length === new Set(firsts).size, 'a rider has two first trips');
}

function auditAccounts({ trips, accounts, entries }: RidesBooks, caps: Caps, findings: Findings): void {
  for (const account of accounts) {
    const own = entries.filter(entry => entry.account === account._id).sort((a, b) => a.seq - b.seq);
    const verdict = verifyChain(account._id, own);
    findings.check(verdict.ok && verdict.head === account.head, `${account._id}: the chain is broken`);
    const balance = amountOf(account.lots) - amountOf(account.debts);
    const credited = trips.filter(trip => isCredited(trip) && `user:${trip.uid}` === account._id);
    const [ofEntries, ofTrips] = [sum(own.map(gainOf)), gramsOfTrips(credited)];
    findings.check(balance === ofEntries, `${account._id}: ${balance}, but its entries sum to ${ofEntries}`);
    findings.check(balance === ofTrips, `${account._id}: ${balance}, but its trips sum to ${ofTrips}`);
    for (const month of new Set(credited.map(trip => trip.day.slice(0, 7)))) {
      const grams = gramsOfTrips(credited.filter(trip => trip.day.startsWith(month)));
      findings.check(grams === account.carbonByVintage[month], `${account._id}: ${grams} in ${month}`);
      findings.check(grams <= caps.monthCapGrams, `${account._id}: ${grams} in ${month} is over the cap`);
    }
  }
}

function auditDays({ trips, days }: RidesBooks, caps: Caps, findings: Findings): void {
  const credited = trips.filter(isCredited);
  for (const { _id: id, uid, day, trips: listed, gramsBySource } of days) {
    const grams = gramsOfTrips(credited.filter(trip => trip.uid === uid && dayOf(trip.fromMs) === day));
    findings.check(grams === sum(Object.values(gramsBySource)), `${id}: ${grams} of trips`);
    findings.check(grams <= caps.dayCapGrams, `${id}: ${grams} is over the cap`);
    const inOrder = listed.toSorted((a, b) => a.fromMs - b.fromMs);
    const areApart = inOrder.every((trip, at) => at === 0 || inOrder[at - 1]!.toMs <= trip.fromMs);
    findings.check(areApart, `${id}: trips overlap`);
  }
  const found = days.flatMap(day => day.trips.map(trip => `${day._id} ${trip.tripId}`));
  const expected = credited.flatMap(trip =>
    [...new Set([dayOf(trip.fromMs), dayOf(trip.toMs - 1)])].map(day => `${trip.uid}:${day} ${trip._id}`),
  );
  const same = JSON.stringify(found.sort()) === JSON.stringify(expected.sort());
  findings.check(same, `${found.length} trips are listed in days, ${expected.length} should be`);
}

/** What does not fit; empty when all is well. */
export function problemsOf(
  books: RidesBooks,
  caps: Caps = { dayCapGrams: 10_000, monthCapGrams: 200_000 },
): string[] {
  const findings = new Findings();
  auditTrips(books, findings);
  auditAccounts(books, caps, findings);
  auditDays(books, caps, findings);
  return findings.problems;
}
