import { Refusal } from '../../../../../cloudfunctions/contract/errors';
import {
  closeAccount,
  credit,
  type Entry,
  listStatement,
  once,
  openAccount,
  postCredit,
  postReversal,
  readBalance,
  readBalanceAt,
  readEntry,
  reversalKey,
} from '../../../../../cloudfunctions/domain/ledger';
import { DatabaseError, type Platform, type Transaction } from '../../../../../cloudfunctions/platform';
import { cloudPlatform } from '../../../../../cloudfunctions/platform/cloud-platform';
import type { ProbeEvent } from './event';

/**
 * A cloud function of the tests: the ledger's use cases by themselves, in a process of their own that can die in the
 * middle of a post.
 */
const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };

const factsOf = ({ key, amount = 0, nowMs = Date.now() }: ProbeEvent) => ({
  key,
  requestHash: `${key} ${amount}`,
  reason: 'trip',
  reference: { type: 'trip' as const, id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs,
  answer: ({ balanceAfter }: Pick<Entry, 'balanceAfter'>) => ({ available: balanceAfter.carbon.available }),
});

const die = (): void => void process.kill(process.pid, 'SIGKILL');

const creditOf = ({ origin = 'sz:2026-11', amount = 1 }: ProbeEvent) => ({
  kind: 'carbon' as const,
  origin,
  amount,
  source: 'mint:trip',
});

/** The same five steps as `credit`, with a death between them. */
const dyingCredit = (platform: Platform, event: ProbeEvent): Promise<Entry> =>
  platform.database.transact(async transaction => {
    const open = await openAccount(transaction, event.account);
    if (event.dieAt === 'read') die();
    const entry = await postCredit(transaction, open, creditOf(event), factsOf(event), parameters);
    if (event.dieAt === 'added') die();
    await closeAccount(transaction, open);
    if (event.dieAt === 'written') die();
    // The commit is on its way, and its answer maybe, when this strikes.
    setTimeout(die, event.dieAfterMs ?? 0);
    return entry;
  });

async function reverse(platform: Platform, { key, account, nowMs }: ProbeEvent): Promise<Entry> {
  const original = await readEntry(platform, key);
  if (!original) throw new Error(`no entry ${key}`);
  const facts = {
    ...factsOf({ key, account, do: 'reverse', ...(nowMs !== undefined && { nowMs }) }),
    reason: 'reversal',
  };
  const post = async (transaction: Transaction) => {
    const open = await openAccount(transaction, account);
    const entry = await postReversal(transaction, open, original, facts);
    await closeAccount(transaction, open);
    return entry;
  };
  return once(platform, reversalKey(key), facts.requestHash, post);
}

/** What the tests ask of the ledger; also in their own process. */
export function act(platform: Platform, event: ProbeEvent): Promise<unknown> {
  switch (event.do) {
    case 'credit':
      return event.dieAt === undefined
        ? credit(platform, event.account, creditOf(event), factsOf(event), parameters)
        : dyingCredit(platform, event);
    case 'reverse':
      return reverse(platform, event);
    case 'balance':
      return readBalance(platform, event.account);
    case 'balance at':
      return readBalanceAt(platform, event.account, event.nowMs!);
    case 'statement':
      return listStatement(platform, event.account, {
        cursor: event.cursor ?? null,
        limit: event.limit ?? 20,
      });
  }
}

export async function main(event: ProbeEvent): Promise<unknown> {
  try {
    return { pid: process.pid, data: await act(cloudPlatform(), event) };
  } catch (error) {
    if (error instanceof Refusal) return { pid: process.pid, refusal: error.code };
    if (error instanceof DatabaseError) return { pid: process.pid, failure: error.message };
    throw error;
  }
}
