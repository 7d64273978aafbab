import type { Conditions, Platform } from '../../../platform';
import type { Account } from '../account';
import type { Entry } from '../entry';
import { accounts, entries } from '../store';

/** What a query gives at most. */
const MOST_FOUND = 1_000;

/** Documents of accounts by their names, at most 1,000; those that are not there are left out. One database call. */
export const readAccounts = async (platform: Platform, names: readonly string[]): Promise<Account[]> =>
  names.length === 0
    ? []
    : platform.database.find(accounts, { where: { _id: { oneOf: names } }, limit: names.length });

/** Documents of all accounts by name, those after one ('' from the first). One database call. */
export const listAccounts = (
  platform: Platform,
  { afterName, limit }: { afterName: string; limit: number },
): Promise<Account[]> =>
  platform.database.find(accounts, {
    where: { _id: { above: afterName } },
    orderBy: [['_id', 'asc']],
    limit,
  });

/**
 * Entries of these accounts, by their own field and not by their chains, from an instant to before another; in any order.
 * One database call for up to a thousand entries, more when there are more.
 */
export async function readEntriesOf(
  platform: Platform,
  names: readonly string[],
  time: { from: number; below: number },
): Promise<Entry[]> {
  if (names.length === 0) return [];
  const where: Conditions = { account: { oneOf: names }, atMs: time };
  const found = await platform.database.find(entries, { where, limit: MOST_FOUND });
  if (found.length < MOST_FOUND) return found;
  if (names.length === 1) return readOneByOne(platform, names[0]!, time);
  const middle = Math.ceil(names.length / 2);
  const halves = [names.slice(0, middle), names.slice(middle)];
  return (await Promise.all(halves.map(half => readEntriesOf(platform, half, time)))).flat();
}

async function readOneByOne(
  platform: Platform,
  account: string,
  time: { from: number; below: number },
): Promise<Entry[]> {
  const all: Entry[] = [];
  for (;;) {
    const page = await platform.database.find(entries, {
      where: { account, atMs: time, seq: { above: all.at(-1)?.seq ?? 0 } },
      orderBy: [['seq', 'asc']],
      limit: MOST_FOUND,
    });
    all.push(...page);
    if (page.length < MOST_FOUND) return all;
  }
}
