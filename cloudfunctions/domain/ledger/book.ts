import type { Transaction } from '../../platform';
import { appendEntry, type EntryFacts } from './append-entry';
import type { Entry } from './entry';
import { type OpenAccount, timeOf } from './open-account';
import {
  type Credit,
  creditsOf,
  type GivenBack,
  type LedgerParameters,
  planCredit,
  planExchange,
  planReversal,
} from './rules';

/** Credits an open account. Throws `DatabaseError` of kind `duplicate` when the key has been used. */
export const postCredit = (
  transaction: Transaction,
  open: OpenAccount,
  credit: Credit,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> => {
  const plan = planCredit(open.account, credit, timeOf(open, facts.nowMs), parameters);
  return appendEntry(transaction, [open], plan, facts);
};

/**
 * Credits an open account and takes other credits back for it in the same entry, as far as they are there. Throws
 * `DatabaseError` of kind `duplicate` when the key has been used.
 */
export const postExchange = (
  transaction: Transaction,
  open: OpenAccount,
  { credit, back }: { credit: Credit; back: GivenBack },
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> => {
  const plan = planExchange(open.account, credit, back, timeOf(open, facts.nowMs), parameters);
  return appendEntry(transaction, [open], plan, facts);
};

/** How much of an entry's credits went to an account. */
export const amountTo = ({ postings }: Pick<Entry, 'postings'>, destination: string): number =>
  postings
    .filter(posting => posting.destination === destination)
    .flatMap(({ lots }) => lots)
    .reduce((sum, { amount }) => sum + amount, 0);

/** The month in which the credits that an entry brought expire; the last one, should there be several. */
export const expiryOfCredits = (original: Pick<Entry, 'account' | 'postings'>): string =>
  creditsOf(original)
    .flatMap(({ lots }) => lots)
    .reduce((last, { expiresOn }) => (expiresOn > last ? expiresOn : last), '');

/** The key under which an entry is reversed: there is one, so nothing is reversed twice. */
export const reversalKey = (originalKey: string): string => `reversal:${originalKey}`;

/**
 * Takes an entry's credits back to where they came from; its key is made from the original's. `givers` are the open
 * guarded accounts among those: a campaign's shard, where the entry was a reward.
 */
export const postReversal = (
  transaction: Transaction,
  open: OpenAccount,
  original: Pick<Entry, '_id' | 'account' | 'postings'>,
  facts: Omit<EntryFacts, 'key' | 'reference' | 'commitment'>,
  givers: readonly OpenAccount[] = [],
): Promise<Entry> => {
  if (original.account !== open.account._id) throw new Error(`${original._id} is not of ${open.account._id}`);
  const opens = [open, ...givers];
  const plan = planReversal(open.account, original, timeOf(opens, facts.nowMs));
  return appendEntry(transaction, opens, plan, {
    ...facts,
    key: reversalKey(original._id),
    reference: { type: 'entry', id: original._id },
    commitment: null,
  });
};

/** Where the credits of an entry came from. */
export const sourcesOf = (original: Entry): string[] => [
  ...new Set(creditsOf(original).map(posting => posting.source)),
];
