import type { Transaction } from '../../platform';
import { consentSinceMs as sinceMsOf } from './rules';
import { riders } from './store';

/**
 * Since when the rider has agreed to the guideline in force, as a database or a transaction sees it; null when not. One
 * database call.
 */
export async function consentSinceMs(reader: Pick<Transaction, 'get'>, uid: string): Promise<number | null> {
  const rider = await reader.get(riders, uid);
  return rider && sinceMsOf(rider);
}
