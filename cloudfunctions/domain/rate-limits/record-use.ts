import { Refusal } from '../../contract/errors';
import type { Transaction } from '../../platform';
import { rateHistories } from './store';
import type { Permit } from './take-permit';

/**
 * Counts one use inside the transaction of its effect, or refuses it with `RATE_LIMITED` and `retryAfterMs`: never more
 * than `limit` in any stretch of `windowMs`, wherever it begins, and a use that is rolled back was not counted. It
 * keeps one time for each use, so it suits small limits. Two database calls.
 */
export async function recordUse(transaction: Transaction, permit: Permit, nowMs: number): Promise<void> {
  const _id = `${permit.scope}:${permit.key}`;
  const history = await transaction.get(rateHistories, _id);
  const recent = (history?.timesMs ?? []).filter(timeMs => timeMs > nowMs - permit.windowMs);
  const oldestMs = recent[recent.length - permit.limit];
  if (oldestMs !== undefined) {
    throw new Refusal('RATE_LIMITED', { retryAfterMs: oldestMs + permit.windowMs - nowMs });
  }
  const next = { timesMs: [...recent, nowMs], expiresAtMs: nowMs + permit.windowMs };
  if (history) await transaction.update(rateHistories, _id, next);
  else await transaction.add(rateHistories, { _id, ...next });
}
