import { GENESIS_HASH, linkHash } from '../../../miniprogram/proof';
import type { Transaction } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { type Account, emptyAccount } from './account';
import { balanceOf } from './balance';
import type { Entry, Json, Posting, Reference } from './entry';
import { type Credit, type LedgerParameters, type Plan, planCredit, planReversal } from './rules';
import { accounts, entries } from './store';

/**
 * One account while a transaction works on it: read once, written once, any number of entries in between. A post of
 * one entry is start, get, add, update, commit.
 */
export interface OpenAccount {
  account: Account;
  /** False until the account's document exists. */
  exists: boolean;
}

/** What an entry says besides its postings. */
export interface EntryFacts {
  key: string;
  requestHash: string;
  reason: string;
  reference: Reference;
  commitment: string | null;
  parametersVersion: number;
  /** The server's clock; the entry's time is never before the account's latest. */
  nowMs: number;
  /** Stored with the entry, for repetitions of the request; gets the entry's balance and postings. */
  answer: (entry: Pick<Entry, 'balanceAfter' | 'postings'>) => Json;
}

export async function openAccount(transaction: Transaction, id: string): Promise<OpenAccount> {
  const account = await transaction.get(accounts, id);
  return { account: account ?? emptyAccount(id, GENESIS_HASH), exists: account !== null };
}

export const timeOf = (open: OpenAccount, nowMs: number): number => Math.max(nowMs, open.account.updatedAtMs);

const bringsCarbon = (id: string, postings: readonly Posting[]): boolean =>
  postings.some(posting => posting.destination === id && posting.kind === 'carbon');

async function append(
  transaction: Transaction,
  open: OpenAccount,
  plan: Plan,
  facts: EntryFacts,
): Promise<Entry> {
  const { _id: id, seq, head } = open.account;
  const atMs = timeOf(open, facts.nowMs);
  const balanceAfter = balanceOf(plan.account, atMs);
  const entry: Omit<Entry, 'chain'> = {
    _id: facts.key,
    requestHash: facts.requestHash,
    account: id,
    seq: seq + 1,
    reason: facts.reason,
    reference: facts.reference,
    commitment: facts.commitment,
    postings: plan.postings,
    balanceAfter,
    answer: facts.answer({ balanceAfter, postings: plan.postings }),
    parametersVersion: facts.parametersVersion,
    atMs,
    day: beijingDay(atMs),
  };
  const hash = linkHash({ account: id, seq: entry.seq, previousHash: head, entry });
  const chained: Entry = { ...entry, chain: [{ account: id, seq: entry.seq, previousHash: head, hash }] };
  await transaction.add(entries, chained);
  const isFirstCarbon = plan.account.firstCarbonKey === null && bringsCarbon(id, plan.postings);
  open.account = {
    ...plan.account,
    seq: entry.seq,
    head: hash,
    firstCarbonKey: isFirstCarbon ? entry._id : plan.account.firstCarbonKey,
    updatedAtMs: atMs,
  };
  return chained;
}

/** Credits an open account. Throws `DatabaseError` of kind `duplicate` when the key has been used. */
export const postCredit = (
  transaction: Transaction,
  open: OpenAccount,
  credit: Credit,
  facts: EntryFacts,
  parameters: LedgerParameters,
): Promise<Entry> => {
  const plan = planCredit(open.account, credit, timeOf(open, facts.nowMs), parameters);
  return append(transaction, open, plan, facts);
};

/** The key under which an entry is reversed: there is one, so nothing is reversed twice. */
export const reversalKey = (originalKey: string): string => `reversal:${originalKey}`;

/** Takes an entry's credits back; its key is made from the original's. */
export const postReversal = (
  transaction: Transaction,
  open: OpenAccount,
  original: Entry,
  facts: Omit<EntryFacts, 'key' | 'reference' | 'commitment'>,
): Promise<Entry> => {
  if (original.account !== open.account._id) throw new Error(`${original._id} is not of ${open.account._id}`);
  const plan = planReversal(open.account, original, timeOf(open, facts.nowMs));
  return append(transaction, open, plan, {
    ...facts,
    key: reversalKey(original._id),
    reference: { type: 'entry', id: original._id },
    commitment: null,
  });
};

/** Writes the account back, once, after the last entry. */
export async function closeAccount(transaction: Transaction, open: OpenAccount): Promise<void> {
  if (!open.exists) return transaction.add(accounts, open.account);
  const { _id: id, ...fields } = open.account;
  return transaction.update(accounts, id, fields);
}
