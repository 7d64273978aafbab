import { Refusal } from '../../contract/errors';
import type { Database, Platform, Transaction } from '../../platform';
import { ledgerState } from './store';

/** A brake that was put on is known to every running function after at most this long. */
const KEPT_MS = 60_000;

export interface PayingOut {
  payingOut: boolean;
  /** Why not; null while it goes on. */
  reason: string | null;
  sinceMs: number;
}

const neverStopped: PayingOut = { payingOut: true, reason: null, sinceMs: 0 };

const keptFor = new WeakMap<Database, { readAtMs: number; state: PayingOut }>();

/** Whether credits may leave accounts. One database call, or none within a minute of the last one with `kept`. */
export async function readPayingOut(platform: Platform, kept = false): Promise<PayingOut> {
  const nowMs = platform.nowMs();
  const known = keptFor.get(platform.database);
  if (kept && known && nowMs >= known.readAtMs && nowMs < known.readAtMs + KEPT_MS) return known.state;
  const state = await payingOutWithin(platform.database);
  keptFor.set(platform.database, { readAtMs: nowMs, state });
  return state;
}

/** The same as a transaction sees it. One database call. */
export const payingOutWithin = async (reader: Pick<Transaction, 'get'>): Promise<PayingOut> =>
  (await reader.get(ledgerState, 'state')) ?? neverStopped;

/**
 * Asked before anything is set aside, spent or paid as a reward, inside of what runs exactly once: who repeats a request
 * gets his stored answer all the same. Earning goes on, and so does whatever gives credits back. Error:
 * `PAYING_OUT_STOPPED`.
 */
export async function requirePayingOut(platform: Platform): Promise<void> {
  const { payingOut, sinceMs } = await readPayingOut(platform, true);
  if (!payingOut) throw new Refusal('PAYING_OUT_STOPPED', { sinceMs });
}

/** `setPayingOut` in a transaction of somebody else's. Two database calls. */
export async function setPayingOutWithin(
  transaction: Transaction,
  platform: Platform,
  payingOut: boolean,
  reason: string | null,
): Promise<void> {
  const stored = await transaction.get(ledgerState, 'state');
  if ((stored?.payingOut ?? true) === payingOut) return;
  const state = { payingOut, reason: payingOut ? null : reason, sinceMs: platform.nowMs() };
  if (stored) await transaction.update(ledgerState, 'state', state);
  else await transaction.add(ledgerState, { _id: 'state', ...state });
  keptFor.delete(platform.database);
}

/** Stops paying out, or lets it go on again. What is so already stays as it is, with its time and reason. */
export async function setPayingOut(
  platform: Platform,
  payingOut: boolean,
  reason: string | null,
): Promise<void> {
  await platform.database.transact(transaction =>
    setPayingOutWithin(transaction, platform, payingOut, reason),
  );
  keptFor.delete(platform.database);
}
