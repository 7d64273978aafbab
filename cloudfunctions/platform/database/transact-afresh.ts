import type { Database, Transaction } from './database';
import { isDatabaseError } from './database-error';

const TRIES = 3;

/**
 * A transaction that adds what it has not found. When somebody else adds it between its look and its write, the
 * database says duplicate, which means no more than a conflict does here: look again.
 */
export async function transactAfresh<R>(
  { database }: { database: Database },
  work: (transaction: Transaction) => Promise<R>,
): Promise<R> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await database.transact(work);
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate') || tried === TRIES) throw error;
    }
  }
}
