import * as z from 'zod';
import type { Phone } from './phone';

const kindBalance = z.object({ available: z.int(), held: z.int(), debt: z.int() });
const balance = z.object({ carbon: kindBalance, bonus: kindBalance });
const place = z.object({ station: z.string().optional() });

const trip = z.object({
  tripId: z.string(),
  fromMs: z.int(),
  toMs: z.int(),
  entry: place,
  exit: place,
  distanceMetres: z.int(),
  grams: z.int(),
  creditedGrams: z.int(),
  cappedBy: z.string().nullable(),
});

const entry = z.object({
  account: z.string(),
  reason: z.string(),
  reference: z.object({ type: z.string(), id: z.string() }),
  postings: z.array(
    z.object({
      source: z.string(),
      destination: z.string(),
      lots: z.array(z.object({ amount: z.int() })),
    }),
  ),
  balanceAfter: balance,
  atMs: z.int(),
});

export type AccountBalance = z.infer<typeof balance>;
export type ShownTrip = z.infer<typeof trip>;
export type StatementEntry = z.infer<typeof entry>;

const balanceAnswer = z.object({ balance });
const tripsPage = z.object({ trips: z.array(trip), nextCursor: z.string().nullable() });
const entriesPage = z.object({ entries: z.array(entry), nextCursor: z.int().nullable() });

/** The product's limit for a page. */
const PAGE = 50;

export const readBalance = async (phone: Phone): Promise<AccountBalance> =>
  (await phone.call(balanceAnswer, 'ledger.balance', {})).balance;

/** The rider's latest trips, latest first. */
export async function readTrips(phone: Phone, most: number): Promise<ShownTrip[]> {
  const trips: ShownTrip[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && trips.length < most) {
    const limit = Math.min(PAGE, most - trips.length);
    const input = cursor === undefined ? { limit } : { limit, cursor };
    const page: z.infer<typeof tripsPage> = await phone.call(tripsPage, 'rides.list', input);
    trips.push(...page.trips);
    cursor = page.nextCursor;
  }
  return trips;
}

/** The account's latest entries, latest first. */
export async function readEntries(phone: Phone, most: number): Promise<StatementEntry[]> {
  const entries: StatementEntry[] = [];
  let cursor: number | null | undefined;
  while (cursor !== null && entries.length < most) {
    const limit = Math.min(PAGE, most - entries.length);
    const input = cursor === undefined ? { limit } : { limit, cursor };
    const page: z.infer<typeof entriesPage> = await phone.call(entriesPage, 'ledger.statement', input);
    entries.push(...page.entries);
    cursor = page.nextCursor;
  }
  return entries;
}
