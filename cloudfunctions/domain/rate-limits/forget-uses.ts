import type { Platform } from '../../platform';
import { rateHistories } from './store';
import type { Permit } from './take-permit';

/** Forgets how often somebody did something that `recordUse` counts. One database call. */
export async function forgetUses(
  platform: Platform,
  { scope, key }: Pick<Permit, 'scope' | 'key'>,
): Promise<void> {
  await platform.database.removeWhere(rateHistories, { _id: `${scope}:${key}` });
}
