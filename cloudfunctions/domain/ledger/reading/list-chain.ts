import type { Platform } from '../../../platform';
import { endOfDayMs, startOfDayMs } from '../../../platform/beijing-time';
import type { Entry } from '../entry';
import { entries } from '../store';

/** An account's entries after a number, ascending, as they were hashed. One database call. */
export const listChain = (
  platform: Platform,
  accountId: string,
  { afterSeq, limit }: { afterSeq: number; limit: number },
): Promise<Entry[]> =>
  platform.database.find(entries, {
    where: { account: accountId, seq: { above: afterSeq } },
    orderBy: [['seq', 'asc']],
    limit,
  });

/** The first entries of an account on a Beijing day, by number: where they stand in chain and seal. One database call. */
export const listChainOfDay = (
  platform: Platform,
  accountId: string,
  { day, limit }: { day: string; limit: number },
): Promise<Pick<Entry, '_id' | 'seq' | 'chain'>[]> =>
  platform.database.find(entries, {
    where: { account: accountId, atMs: { from: startOfDayMs(day), below: endOfDayMs(day) } },
    orderBy: [
      ['atMs', 'asc'],
      ['seq', 'asc'],
    ],
    limit,
    fields: ['seq', 'chain'],
  });
