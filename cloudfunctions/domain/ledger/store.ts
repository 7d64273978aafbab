import { collectionOf } from '../../platform';
import type { Account } from './account';
import type { Entry } from './entry';
import type { PayingOut } from './paying-out';

/** Consecutive grams of one origin that came into its pool or left it; never changed. */
export interface PoolSerials {
  /** Origin, direction and first number: a number comes in once and leaves once. */
  _id: string;
  origin: string;
  direction: 'in' | 'out';
  from: number;
  to: number;
  /** Where they came from or went to: an intake, an enterprise, `sink:retired`. */
  counterpart: string;
  entryKey: string;
  atMs: number;
}

/** Who gathers a campaign's budget at the moment. */
export interface MergeLease {
  /** The campaign. */
  _id: string;
  number: number;
  untilMs: number;
}

export const accounts = collectionOf<Account>('ledger_accounts');
export const entries = collectionOf<Entry>('ledger_entries');
export const poolSerials = collectionOf<PoolSerials>('pool_serials');
export const mergeLeases = collectionOf<MergeLease>('ledger_leases');
export const ledgerState = collectionOf<PayingOut & { _id: string }>('ledger_state');
