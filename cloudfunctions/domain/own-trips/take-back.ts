import type { Platform, Transaction } from '../../platform';
import { type Entry, type Json, NO_EXPIRY, NO_ORIGIN, postReversal } from '../ledger';
import type { RiderBook } from '../rider-days';
import { MINT, type OwnTrip } from './store';

export interface TakingBack {
  platform: Platform;
  /** Of the entry. */
  reason: string;
  nowMs: number;
  parametersVersion: number;
  answer: Json;
}

/**
 * The entry that takes back all that a paid trip has and no more; what is used already is owed. Its latest entry gives it
 * the key, but says not how much: a trip may have been paid by several, and rides may have taken a part of them back.
 * Answers the amount.
 */
export async function postTakingBack(
  transaction: Transaction,
  book: RiderBook,
  { entryKey, bonus }: Pick<OwnTrip, 'bonus'> & { entryKey: string },
  { platform, answer, ...facts }: TakingBack,
): Promise<number> {
  const { _id: account } = book.open.account;
  const lots = [{ origin: NO_ORIGIN, expiresOn: NO_EXPIRY, amount: bonus }];
  const paid: Pick<Entry, '_id' | 'account' | 'postings'> = {
    _id: entryKey,
    account,
    postings: [{ source: MINT, destination: account, kind: 'bonus', lots }],
  };
  await postReversal(transaction, book.open, paid, {
    ...facts,
    requestHash: platform.keyedDigest('reversal', entryKey),
    answer: () => answer,
  });
  return bonus;
}
