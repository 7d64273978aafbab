import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import type { AccountBook } from './account-book';
import { guardedAccountOf } from './account-names';
import { postReversal, reversalKey, sourcesOf } from './book';
import type { Entry } from './entry';
import type { DerivedFacts } from './holds/post-hold';
import { inOneEntry } from './in-one-entry';
import type { OpenAccount } from './open-account';
import { readEntry } from './reading/read-entry';

/** `reverseEntry` in a transaction of somebody else's, for an entry that was read. */
export async function reverseEntryWithin(
  book: AccountBook,
  original: Entry,
  facts: DerivedFacts & { requestHash: string },
): Promise<Entry> {
  const open = await book.open(original.account);
  const givers: OpenAccount[] = [];
  for (const source of sourcesOf(original)) {
    if (guardedAccountOf(source) !== null) givers.push(await book.open(source));
  }
  return postReversal(book.transaction, open, original, facts, givers);
}

/**
 * Takes an entry's credits back to where they came from, a campaign's shard included; what is gone is owed. Exactly once
 * by the original's key; 6 database calls, 8 with a shard. Errors: `NOT_FOUND`; throws `RangeError` for an entry that
 * credited nothing, such as a reversal.
 */
export async function reverseEntry(
  platform: Platform,
  originalKey: string,
  facts: DerivedFacts,
): Promise<Entry> {
  // Read outside of the transaction: it never changes.
  const original = await readEntry(platform, originalKey);
  if (!original) throw new Refusal('NOT_FOUND', { field: 'key' });
  // As a partner's reversal of the ride has it: the two are one request.
  const requestHash = platform.keyedDigest('reversal', originalKey);
  return inOneEntry(platform, { key: reversalKey(originalKey), requestHash }, book =>
    reverseEntryWithin(book, original, { ...facts, requestHash }),
  );
}
