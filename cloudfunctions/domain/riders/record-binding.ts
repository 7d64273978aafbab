import type { Transaction } from '../../platform';
import { consentSinceMs } from './rules';
import { riders } from './store';

/**
 * Notes in a binding's transaction that the rider gets a card. It reads and writes the rider, so a withdrawal of
 * consent at the same time cannot miss the card. Answers the time of the binding, or null when there is no consent, or none yet at `agreedByMs`. The
 * time is later than any withdrawal and any binding before, whatever the clocks say: an update that changes nothing
 * would be no write, and conflict with nothing. Two database calls.
 */
export async function recordBinding(
  transaction: Transaction,
  { uid, agreedByMs, nowMs }: { uid: string; agreedByMs: number; nowMs: number },
): Promise<number | null> {
  const rider = await transaction.get(riders, uid);
  const sinceMs = rider && consentSinceMs(rider);
  if (!rider || sinceMs === null || sinceMs > agreedByMs) return null;
  const boundAtMs = Math.max(nowMs, sinceMs, (rider.lastBoundAtMs ?? 0) + 1);
  await transaction.update(riders, uid, { lastBoundAtMs: boundAtMs });
  return boundAtMs;
}
