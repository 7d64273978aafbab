import type { Platform } from '../../platform';
import { AccountBook } from './account-book';
import type { Entry } from './entry';
import { once } from './once';

/** A use case that is one entry in a transaction of its own, exactly once. */
export const inOneEntry = <Done extends Entry | null>(
  platform: Platform,
  { key, requestHash }: { key: string; requestHash: string },
  work: (book: AccountBook) => Promise<Done>,
): Promise<Done | Entry> =>
  once(platform, key, requestHash, async transaction => {
    const book = new AccountBook(transaction);
    const entry = await work(book);
    await book.close();
    return entry;
  });
