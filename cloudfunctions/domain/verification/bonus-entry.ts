import type { Entry, Posting } from '../ledger';
import type { Finding } from './store';

export type BonusEntry = Pick<Entry, '_id' | 'account' | 'seq' | 'day' | 'postings' | 'reference'>;

const amountOf = (postings: readonly Posting[]): number =>
  postings.reduce((sum, { lots }) => lots.reduce((part, { amount }) => part + amount, sum), 0);

/** What an entry pays from a mint, or gives back to it. */
export const paidBy = ({ postings }: BonusEntry, mint: string): number =>
  amountOf(postings.filter(({ source }) => source === mint));
export const givenBackBy = ({ postings }: BonusEntry, mint: string): number =>
  amountOf(postings.filter(({ destination }) => destination === mint));

export const wrongBonus = ({ _id: key, seq, day }: BonusEntry, problem: string): Finding => ({
  code: 'WRONG_BONUS',
  account: null,
  key,
  seq,
  day,
  problem,
});
