import type { Account } from '../account';
import type { Posting } from '../entry';

/** The numbers that entries are judged by; versioned parameters, see `domain/parameters`. */
export interface LedgerParameters {
  version: number;
  /** A lot expires this many months after the month of crediting. */
  expiryMonths: number;
  /** Carbon stays a lot of its own, and out of the pools, for this many days: reversals are expected within them. */
  reversalWindowDays: number;
  /** More lots than this would make the account's document slow to write. */
  lotLimit: number;
}

/** What an entry does: its postings, and the account as it is afterwards (except number, head and time). */
export interface Plan {
  postings: Posting[];
  account: Account;
}
