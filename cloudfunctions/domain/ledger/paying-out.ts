import { Refusal } from '../../contract/errors';
import { KeptReading, type Platform, type Transaction } from '../../platform';
import { ledgerState } from './store';

export interface PayingOut {
  payingOut: boolean;
  /** Why not; null while it goes on. */
  reason: string | null;
  sinceMs: number;
}

const neverStopped: PayingOut = { payingOut: true, reason: null, sinceMs: 0 };

/** Whether credits may leave accounts, as a transaction sees it. One database call. */
export const payingOutWithin = async (reader: Pick<Transaction, 'get'>): Promise<PayingOut> =>
  (await reader.get(ledgerState, 'state')) ?? neverStopped;

const keptState = new KeptReading<PayingOut>(({ database }) => payingOutWithin(database));

/** The same outside of any. One database call, or none within a minute of the last one with `kept`. */
export const readPayingOut = (platform: Platform, kept = false): Promise<PayingOut> =>
  kept ? keptState.known(platform) : keptState.now(platform);

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
  keptState.forget(platform);
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
  keptState.forget(platform);
}
