/**
 * Reads everything that rides have written and checks that it fits together: trips, day documents, accounts, entries; also
 * where credits have gone on since, and where riders have been forgotten. It adds up by itself, from the documents
 * alone, and uses the product only to read them.
 */
import type { Account, Entry } from '../../cloudfunctions/domain/ledger';
import type { Trip } from '../../cloudfunctions/domain/rides';
import { type Collection, type Conditions, collectionOf, type Platform } from '../../cloudfunctions/platform';
import { evidenceCommitment, verifyChain } from '../../miniprogram/proof';

export interface RiderDay {
  _id: string;
  uid: string;
  day: string;
  trips: {
    tripId: string;
    source: string;
    entryKey: string | null;
    fromMs: number;
    toMs: number;
    /** Of one that nobody signed. */
    bonus?: number;
    /** Of one in whose place a signed ride lies in part. */
    rest?: true;
  }[];
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

/** What an entry moves from an account to another, or away from it when negative: by the names that stand for it. */
function gainOf({ postings }: Entry, isOwn: (name: string) => boolean): number {
  const gains = postings.map(({ source, destination, lots }) => {
    const amount = amountOf(lots);
    return (isOwn(destination) ? amount : 0) - (isOwn(source) ? amount : 0);
  });
  return sum(gains);
}

const MINT = 'mint:trip';
/** Grams that an entry mints; negative for those that it takes back. */
const mintedBy = (entry: Entry): number => -gainOf(entry, name => name === MINT);
/** What is a user's: free, held, and what he owes as less. */
const isPartOf =
  (account: string) =>
  (name: string): boolean =>
    [account, account.replace('user:', 'held:'), account.replace('user:', 'debt:')].includes(name);

export interface Caps {
  dayCapGrams: number;
  monthCapGrams: number;
}

const reversalOf = (trip: Trip): string => `reversal:${trip._id}`;
const isCredited = (trip: Trip): boolean => trip.state === 'credited';
/** Of a rider whose data has been deleted. */
const isForgotten = (trip: Trip): boolean => trip.uid === null;
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
    const back = byKey.get(reversalOf(trip));
    findings.check((entry !== undefined) === isPaid, `${trip._id}: entry ${entry?._id}, paid ${isPaid}`);
    findings.check(
      (back !== undefined) === (isPaid && trip.state === 'reversed'),
      `${trip._id} is ${trip.state}`,
    );
    if (!entry) continue;
    const minted = mintedBy(entry);
    findings.check(minted === trip.creditedGrams, `${trip._id}: ${minted} were posted`);
    findings.check(!back || mintedBy(back) === -minted, `${trip._id}: not all of it was taken back`);
    if (isForgotten(trip)) continue;
    findings.check(entry.account === `user:${trip.uid}`, `${trip._id}: its entry is of ${entry.account}`);
    const commitment = evidenceCommitment(trip.salt!, trip.evidence);
    findings.check(entry.commitment === commitment, `${trip._id}: another commitment`);
  }
  const ofTrips = new Set(trips.flatMap(trip => [trip._id, reversalOf(trip)]));
  const others = entries.filter(entry => mintedBy(entry) !== 0 && !ofTrips.has(entry._id));
  for (const { _id: key } of others) findings.check(false, `${key} belongs to no trip`);
  const firsts = trips.filter(trip => trip.isFirst && !isForgotten(trip)).map(trip => trip.uid);
  findings.check(firsts.length === new Set(firsts).size, 'a rider has two first trips');
}

/** Entries that touch an account, in the order of its chain; those over several accounts are in several chains. */
function chainOf(account: string, entries: readonly Entry[]): Entry[] {
  const seqOf = ({ chain }: Entry): number => chain.find(link => link.account === account)?.seq ?? 0;
  return entries.filter(entry => seqOf(entry) > 0).sort((a, b) => seqOf(a) - seqOf(b));
}

function auditAccounts({ trips, accounts, entries }: RidesBooks, caps: Caps, findings: Findings): void {
  const accountOf = new Map(entries.map(entry => [entry._id, entry.account]));
  for (const account of accounts) {
    const own = chainOf(account._id, entries);
    const verdict = verifyChain(account._id, own);
    findings.check(verdict.ok && verdict.head === account.head, `${account._id}: the chain is broken`);
    const held = amountOf(account.holds.flatMap(({ lots }) => lots));
    const balance = amountOf(account.lots) + held - amountOf(account.debts);
    const ofEntries = sum(own.map(entry => gainOf(entry, isPartOf(account._id))));
    findings.check(balance === ofEntries, `${account._id}: ${balance}, but its entries sum to ${ofEntries}`);
    const minted = sum(own.map(mintedBy));
    const credited = trips.filter(trip => isCredited(trip) && accountOf.get(trip._id) === account._id);
    const ofTrips = gramsOfTrips(credited);
    findings.check(minted === ofTrips, `${account._id}: ${minted}, but its trips sum to ${ofTrips}`);
    for (const month of new Set(credited.map(trip => trip.day.slice(0, 7)))) {
      const grams = gramsOfTrips(credited.filter(trip => trip.day.startsWith(month)));
      const kept = account.carbonByVintage[month];
      const isKept = kept !== undefined || month < Object.keys(account.carbonByVintage).sort()[0]!;
      findings.check(isKept && grams === (kept ?? grams), `${account._id}: ${grams} in ${month}`);
      findings.check(grams <= caps.monthCapGrams, `${account._id}: ${grams} in ${month} is over the cap`);
    }
  }
}

function auditDays({ trips, days }: RidesBooks, caps: Caps, findings: Findings): void {
  const credited = trips.filter(trip => isCredited(trip) && !isForgotten(trip));
  for (const { _id: id, uid, day, trips: listed, gramsBySource } of days) {
    const grams = gramsOfTrips(credited.filter(trip => trip.uid === uid && dayOf(trip.fromMs) === day));
    findings.check(grams === sum(Object.values(gramsBySource)), `${id}: ${grams} of trips`);
    findings.check(grams <= caps.dayCapGrams, `${id}: ${grams} is over the cap`);
    // Signed rides lie in the rest of an own trip; nothing else lies in anything.
    for (const some of [
      listed.filter(trip => !trip.rest),
      listed.filter(({ bonus }) => bonus !== undefined),
    ]) {
      const inOrder = some.toSorted((a, b) => a.fromMs - b.fromMs);
      const areApart = inOrder.every((trip, at) => at === 0 || inOrder[at - 1]!.toMs <= trip.fromMs);
      findings.check(areApart, `${id}: trips overlap`);
    }
  }
  const found = days.flatMap(day =>
    day.trips.filter(({ bonus }) => bonus === undefined).map(trip => `${day._id} ${trip.tripId}`),
  );
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
