import type { Transaction } from '../../platform';
import { consentSinceMs } from './rules';
import { riders } from './store';

/**
 * Notes in a binding's transaction that the rider gets a card. It reads and writes the rider, so a withdrawal of
 * consent at the same time cannot miss the card. Answers the time of the binding, which is later than any withdrawal
 * whatever the clocks say, or null when there is no consent, or none yet at `agreedByMs`. Two database calls.
 */
export async function recordBinding(
  transaction: Transaction,
  { uid, agreedByMs, nowMs }: { uid: string; agreedByMs: number; nowMs: number },
): Promise<number | null> {
  const rider = await transaction.get(riders, uid);
  const sinceMs = rider && consentSinceMs(rider);
  if (!rider || sinceMs === null || sinceMs > agreedByMs) return null;
  const boundAtMs = Math.max(nowMs, sinceMs);
  await transaction.update(riders, uid, { lastBoundAtMs: Math.max(boundAtMs, rider.lastBoundAtMs ?? 0) });
  return boundAtMs;
}
