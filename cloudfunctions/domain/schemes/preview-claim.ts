import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { readBalance, userAccount } from '../ledger';
import { hasBonus, readOwnTrip } from '../own-trips';
import { readTrip } from '../rides';

export interface ClaimPreview {
  tripId: string;
  isSigned: boolean;
  mode: string;
  fromMs: number;
  state: 'open' | 'claimed' | 'closed';
  grams: number;
  bonus: number;
  owed: number;
}

const stateOf = (state: string, isOpen: boolean): ClaimPreview['state'] => {
  if (state === 'elsewhere') return 'claimed';
  return isOpen ? 'open' : 'closed';
};

async function readAny(platform: Platform, uid: string, tripId: string) {
  const own = await readOwnTrip(platform, uid, tripId);
  if (own) {
    const { mode, fromMs, bonus, state } = own;
    return { isSigned: false, mode, fromMs, grams: 0, bonus, state: stateOf(state, hasBonus(own)) };
  }
  const trip = await readTrip(platform, uid, tripId);
  if (!trip?.evidence) throw new Refusal('NOT_FOUND', { field: 'tripId' });
  const { creditedGrams: grams, fromMs, evidence } = trip;
  const state = stateOf(trip.state, trip.state === 'credited' && grams > 0);
  return { isSigned: true, mode: evidence.mode, fromMs, grams, bonus: 0, state };
}

/** What a declaration would take back, and how much of it is used already. Three database calls. Error: `NOT_FOUND`. */
export async function previewClaim(platform: Platform, uid: string, tripId: string): Promise<ClaimPreview> {
  const [found, { carbon, bonus }] = await Promise.all([
    readAny(platform, uid, tripId),
    readBalance(platform, userAccount(uid)),
  ]);
  const owed = Math.max(0, found.grams - carbon.available) + Math.max(0, found.bonus - bonus.available);
  return { tripId, ...found, owed: found.state === 'open' ? owed : 0 };
}
