import { LOCK_WAIT_LIMIT_MS } from './limits';
import { transactionConflict } from './store-errors';
import type { Transaction } from './transaction';

/** Tells a write outside transactions that it has to wait; never leaves the store. */
export class LockedError extends Error {
  constructor(readonly holder: Transaction) {
    super('locked');
  }
}

/**
 * Runs a write outside transactions, and again from the beginning each time a transaction that stood in its way
 * has ended. After the longest wait it answers with a conflict.
 */
export async function waitingForLocks<Result>(work: () => Result): Promise<Result> {
  const deadlineMs = performance.now() + LOCK_WAIT_LIMIT_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
      await endOf(error.holder, deadlineMs - performance.now());
    }
  }
}

async function endOf(holder: Transaction, longestMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    const refuse = () => reject(transactionConflict());
    timer = setTimeout(refuse, Math.max(0, longestMs));
  });
  try {
    await Promise.race([holder.ended, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
