import { collectionOf } from '../../platform';
import type { Account } from './account';
import type { Entry } from './entry';

export const accounts = collectionOf<Account>('ledger_accounts');
export const entries = collectionOf<Entry>('ledger_entries');
