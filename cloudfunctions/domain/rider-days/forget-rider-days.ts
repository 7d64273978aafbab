import type { Platform } from '../../platform';
import { removeAll } from '../personal-parts';
import { riderDays } from './store';

/** Removes every day of a rider; false when time was up. */
export const forgetRiderDays = (platform: Platform, uid: string, deadlineMs: number): Promise<boolean> =>
  removeAll(platform, riderDays, { _id: { from: `${uid}:`, below: `${uid};` } }, deadlineMs);
