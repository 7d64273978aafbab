import type { Account } from '../account';

/** The vintage month of a carbon origin such as `sz-2021:2026-11`. */
export const vintageOf = (origin: string): string => origin.slice(origin.lastIndexOf(':') + 1);

/**
 * A ride may be a month old when it comes and wait another month for its rider, so that caps look back across up to
 * four calendar months; one more for safety.
 */
const VINTAGES_KEPT = 5;

/** Counts carbon that was credited, or taken back when negative. */
export function addVintage(account: Account, origin: string, amount: number): Account {
  const month = vintageOf(origin);
  // A month that is no longer kept is under no cap any more.
  if (amount < 0 && account.carbonByVintage[month] === undefined) return account;
  const sums = { ...account.carbonByVintage, [month]: (account.carbonByVintage[month] ?? 0) + amount };
  const latest = Object.keys(sums).sort().slice(-VINTAGES_KEPT);
  return { ...account, carbonByVintage: Object.fromEntries(latest.map(kept => [kept, sums[kept]!])) };
}
