import { linkHash } from '../../../miniprogram/proof';
import { Refusal } from '../../contract/errors';
import type { Transaction } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import type { Account } from './account';
import { guardedAccountOf, isUserAccount } from './account-names';
import { balanceOf } from './balance';
import { checkPostings } from './checks';
import type { Entry, Json, Posting, Reference, SerialRange } from './entry';
import { type OpenAccount, timeOf } from './open-account';
import { moveLots, numberGrams } from './plans/move-lots';
import { entries } from './store';

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

/** What an entry does. */
export interface Movement {
  postings: Posting[];
  /** The user's account afterwards, when the postings touch a user; all other accounts follow from the postings. */
  account?: Account;
  /** Of a hold that is opened. */
  deadlineMs?: number;
}

interface Touched {
  open: OpenAccount;
  after: Account;
}

/** Each guarded account that the postings touch, the user first. Throws `Error` when one of them is not open. */
function touchedBy(opens: readonly OpenAccount[], postings: readonly Posting[]): OpenAccount[] {
  const names = postings.flatMap(({ source, destination }) => [source, destination]);
  const guarded = new Set(names.map(guardedAccountOf).filter(name => name !== null));
  const ordered = [...guarded].sort(
    (left, right) => Number(isUserAccount(right)) - Number(isUserAccount(left)),
  );
  if (ordered.filter(isUserAccount).length > 1) throw new Error(`two users: ${ordered}`);
  return ordered.map(name => {
    const open = opens.find(({ account }) => account._id === name);
    if (!open) throw new Error(`${name} is not open`);
    return open;
  });
}

const bringsCarbon = (id: string, postings: readonly Posting[]): boolean =>
  postings.some(posting => posting.destination === id && posting.kind === 'carbon');

/**
 * A closed account takes and gives nothing, but a ride that turns out not to have been one is still owed: its grams are in
 * the pool and nobody saved them.
 */
const isOwed = (postings: readonly Posting[]): boolean =>
  postings.every(({ source, kind }) => kind === 'carbon' && source.startsWith('debt:'));

function afterPostings({ account }: OpenAccount, movement: Movement) {
  if (!isUserAccount(account._id))
    return numberGrams(moveLots(account, movement.postings), movement.postings);
  if (movement.account?._id !== account._id) throw new Error(`no plan for ${account._id}`);
  return { account: movement.account, ranges: [] as SerialRange[] };
}

function move({ open, after }: Touched, entry: Entry, position: number): void {
  const { seq, hash } = entry.chain[position]!;
  const isFirstCarbon = after.firstCarbonKey === null && bringsCarbon(after._id, entry.postings);
  open.account = {
    ...after,
    seq,
    head: hash,
    firstCarbonKey: isFirstCarbon ? entry._id : after.firstCarbonKey,
    updatedAtMs: entry.atMs,
  };
}

function chained(entry: Omit<Entry, 'chain'>, touched: readonly Touched[]): Entry {
  const chain = touched.map(({ open }) => {
    const { _id: account, seq, head: previousHash } = open.account;
    const place = { account, seq: seq + 1, previousHash };
    return { ...place, hash: linkHash({ ...place, entry }) };
  });
  return { ...entry, chain };
}

/**
 * Adds one entry over the open accounts that its postings touch, at most one of them a user's. The accounts are written
 * when they are closed. Throws `DatabaseError` of kind `duplicate` when the key has been used. Errors:
 * `INSUFFICIENT_CREDITS` when an account that is no user's would fall below zero, `ACCOUNT_CLOSED`.
 */
export async function appendEntry(
  transaction: Transaction,
  opens: readonly OpenAccount[],
  movement: Movement,
  facts: EntryFacts,
): Promise<Entry> {
  const { postings, deadlineMs } = movement;
  checkPostings(postings);
  const moved = touchedBy(opens, postings).map(open => ({ open, ...afterPostings(open, movement) }));
  const touched: Touched[] = moved.map(({ open, account }) => ({ open, after: account }));
  const serials = moved.flatMap(({ ranges }) => ranges);
  const isClosed = touched.some(({ open }) => open.account.isClosed);
  if (isClosed && !isOwed(postings)) throw new Refusal('ACCOUNT_CLOSED');
  const primary = touched[0];
  if (!primary) throw new Error(`${facts.key} touches no guarded account`);
  const atMs = timeOf(opens, facts.nowMs);
  const balanceAfter = balanceOf(primary.after, atMs);
  const { key, answer, nowMs: _, ...said } = facts;
  const entry: Omit<Entry, 'chain'> = {
    _id: key,
    requestHash: said.requestHash,
    account: primary.after._id,
    seq: primary.open.account.seq + 1,
    reason: said.reason,
    reference: said.reference,
    commitment: said.commitment,
    postings,
    balanceAfter,
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(serials.length > 0 && { serials }),
    answer: answer({ balanceAfter, postings }),
    parametersVersion: said.parametersVersion,
    atMs,
    day: beijingDay(atMs),
  };
  const written = chained(entry, touched);
  await transaction.add(entries, written);
  for (const [position, each] of touched.entries()) move(each, written, position);
  return written;
}
