import { beijingDay, beijingMonth } from '../../../platform/beijing-time';
import { type Kind, type Lot, NO_EXPIRY, type PostedLot } from '../account';

/** An expired lot is unusable from the midnight after its month, whether or not the expiry job has run. */
export const isUsable = (lot: { expiresOn: string }, atMs: number): boolean =>
  lot.expiresOn === NO_EXPIRY || lot.expiresOn >= beijingMonth(atMs);

export const sumOf = (lots: readonly { amount: number }[]): number =>
  lots.reduce((sum, lot) => sum + lot.amount, 0);

const isLike = (left: Lot, right: Lot): boolean =>
  left.kind === right.kind && left.origin === right.origin && left.expiresOn === right.expiresOn;

const sameLot = (left: Lot, right: Lot): boolean => isLike(left, right) && left.settlesOn === right.settlesOn;

/** `settlesOn` says nothing any more once that day has begun; dropping it lets the lot merge with its like. */
function settled(lot: Lot, today: string): Lot {
  if (lot.settlesOn === undefined || lot.settlesOn > today) return lot;
  const { settlesOn: _, ...rest } = lot;
  return rest;
}

/** Settles what is due and merges equal lots; the order of first appearance stays, so equal states look equal. */
export function mergeLots(lots: readonly Lot[], atMs: number): Lot[] {
  const today = beijingDay(atMs);
  const merged: Lot[] = [];
  for (const next of lots) {
    if (next.amount === 0) continue;
    const lot = settled(next, today);
    const like = merged.find(other => sameLot(other, lot));
    if (like) like.amount += lot.amount;
    else merged.push({ ...lot });
  }
  return merged;
}

const laterDay = (left: string | undefined, right: string | undefined): string | undefined =>
  (left ?? '') < (right ?? '') ? right : left;

/**
 * One lot for each kind, origin and expiry, which settles with the latest of its parts: too late only keeps carbon from
 * the pool for some more days, too early would pool carbon that may still be taken back.
 */
export function compactLots(lots: readonly Lot[]): Lot[] {
  const compact: Lot[] = [];
  for (const lot of lots) {
    const like = compact.find(other => isLike(other, lot));
    const settlesOn = laterDay(like?.settlesOn, lot.settlesOn);
    if (!like) compact.push({ ...lot });
    else Object.assign(like, { amount: like.amount + lot.amount }, settlesOn !== undefined && { settlesOn });
  }
  return compact;
}

export interface Taking {
  taken: Lot[];
  left: Lot[];
  /** The part of the amount that no lot could give. */
  shortfall: number;
}

/** Takes up to `amount` from the lots that `eligible` allows, in the order of `precedence`. */
export function takeLots(
  lots: readonly Lot[],
  amount: number,
  eligible: (lot: Lot) => boolean,
  precedence: (left: Lot, right: Lot) => number,
): Taking {
  let missing = amount;
  const taken: Lot[] = [];
  const left = new Map<Lot, number>(lots.map(lot => [lot, lot.amount]));
  for (const lot of lots.filter(eligible).sort(precedence)) {
    const part = Math.min(lot.amount, missing);
    if (part === 0) break;
    missing -= part;
    taken.push({ ...lot, amount: part });
    left.set(lot, lot.amount - part);
  }
  const remaining = lots.map(lot => ({ ...lot, amount: left.get(lot)! })).filter(lot => lot.amount > 0);
  return { taken, left: remaining, shortfall: missing };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Soonest-expiring first; ties by origin, and settled lots before those that may still be reversed. */
export const soonestExpiring = (left: Lot, right: Lot): number =>
  compare(left.expiresOn, right.expiresOn) ||
  compare(left.origin, right.origin) ||
  compare(left.settlesOn ?? '', right.settlesOn ?? '');

/** What expires this month first, of that bonus before carbon; then bonus, then carbon, each by expiry. */
export function orderOfSpending(atMs: number): (left: Lot, right: Lot) => number {
  const month = beijingMonth(atMs);
  const rank = ({ kind, expiresOn }: Lot): number =>
    (expiresOn === month ? 0 : 2) + (kind === 'bonus' ? 0 : 1);
  return (left, right) => rank(left) - rank(right) || soonestExpiring(left, right);
}

/** As a posting shows lots: without settlement days, equal ones merged, in canonical order. */
export function postedLots(lots: readonly Lot[]): PostedLot[] {
  const posted: PostedLot[] = [];
  for (const { origin, expiresOn, amount } of lots) {
    const like = posted.find(other => other.origin === origin && other.expiresOn === expiresOn);
    if (like) like.amount += amount;
    else posted.push({ origin, expiresOn, amount });
  }
  return posted.sort(
    (left, right) => compare(left.expiresOn, right.expiresOn) || compare(left.origin, right.origin),
  );
}

export const ofKind =
  (kind: Kind, atMs: number) =>
  (lot: Lot): boolean =>
    lot.kind === kind && isUsable(lot, atMs);
