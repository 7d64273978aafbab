import type { Platform, Transaction } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { leftIdentities, riders } from './store';

/** WeChat tells the steps of so many days, the longest that anything is paid for afterwards by what a rider brings himself. */
const KEPT_MS = 31 * DAY_MS;

const leftIdOf = (platform: Platform, identityId: string): string =>
  platform.keyedDigest('left-identity', identityId);

/** Notes that an identity leads to nobody any more, in the transaction that ends it. Two database calls. */
export async function noteLeft(
  transaction: Transaction,
  platform: Platform,
  identityId: string,
  leftAtMs: number,
): Promise<void> {
  const _id = leftIdOf(platform, identityId);
  const left = { leftAtMs, expiresAtMs: leftAtMs + KEPT_MS };
  if (await transaction.get(leftIdentities, _id)) await transaction.update(leftIdentities, _id, left);
  else await transaction.add(leftIdentities, { _id, ...left });
}

/** What a new rider of this identity begins with: when an earlier account ended, as long as that matters. One call. */
export async function earlierOf(
  transaction: Transaction,
  platform: Platform,
  identityId: string,
): Promise<{ earlierUntilMs?: number }> {
  const left = await transaction.get(leftIdentities, leftIdOf(platform, identityId));
  return left ? { earlierUntilMs: left.leftAtMs } : {};
}

/**
 * Until when the same person had another account, as a database or a transaction sees it; null where he had none lately.
 * One database call.
 */
export const earlierUntilMs = async (reader: Pick<Transaction, 'get'>, uid: string): Promise<number | null> =>
  (await reader.get(riders, uid))?.earlierUntilMs ?? null;
