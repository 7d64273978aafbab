import type { Purge } from '../jobs';

/** Parts of days that were finished long ago. */
export const purges: Purge[] = [{ collection: 'ledger_day_parts' }];
