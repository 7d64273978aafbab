import { isDatabaseError } from './database-error';

/**
 * The SDK's own `runTransaction` retries only when `error.code` is the conflict's, and strips `.code` from errors
 * thrown inside its callback: a conflict met by a read or write would never be retried. Hence an explicit
 * start/commit with retries of our own.
 */
export interface TransactionHandle<T> {
  transaction: T;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Conflicts are a matter of time, not of number: whoever is in the way holds its locks for as long as its own work
 * takes. After this long, half of the shortest function's limit, somebody has to be told.
 */
const GIVE_UP_AFTER_MS = 10_000;
/** Each try waits about twice as long as the one before. */
const FIRST_PAUSE_MS = 8;
const LONGEST_PAUSE_MS = 500;

const pause = (attempt: number): Promise<void> => {
  const ceilingMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempt, 10));
  return new Promise(resolve => setTimeout(resolve, Math.random() * ceilingMs));
};

/**
 * An open transaction holds its locks for up to 30 seconds, against our own retry as well, so it is ended after every
 * failure. Where the server has ended it already this changes nothing; that it cannot be reached changes nothing either.
 */
const end = (handle: TransactionHandle<unknown>): Promise<void> => handle.rollback().catch(() => undefined);

async function attempt<T, R>(
  start: () => Promise<TransactionHandle<T>>,
  work: (transaction: T) => Promise<R>,
): Promise<R> {
  const handle = await start();
  try {
    const result = await work(handle.transaction);
    await handle.commit();
    return result;
  } catch (error) {
    await end(handle);
    throw error;
  }
}

/** Runs `work` in a transaction, again after each conflict until `GIVE_UP_AFTER_MS`; then the conflict is thrown. */
export async function transactWith<T, R>(
  start: () => Promise<TransactionHandle<T>>,
  work: (transaction: T) => Promise<R>,
): Promise<R> {
  const startedAtMs = performance.now();
  for (let tried = 0; ; tried += 1) {
    try {
      return await attempt(start, work);
    } catch (error) {
      const isLate = performance.now() - startedAtMs >= GIVE_UP_AFTER_MS;
      if (!isDatabaseError(error, 'conflict') || isLate) throw error;
      await pause(tried);
    }
  }
}
