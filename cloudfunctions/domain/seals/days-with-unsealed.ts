import type { Platform } from '../../platform';
import { addDays } from '../../platform/beijing-time';
import { daysWithLate } from './find-late';
import { ledgerLog } from './ledger-log';

/** Of a sealed day of the ledger and the six before it: those with entries that wait for a later seal. 8 database calls. */
export const daysWithUnsealed = (platform: Platform, sealedDay: string): Promise<string[]> =>
  daysWithLate(platform, ledgerLog, addDays(sealedDay, 1));
