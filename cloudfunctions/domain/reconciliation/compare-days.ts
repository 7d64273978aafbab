import type { Platform } from '../../platform';
import { type ReconciledDay, reconcileDay } from '../rides';
import { type StatedDay, statedDayId, statedDays } from './store';

/** Both sides of a day. */
export interface ComparedDay {
  ours: ReconciledDay;
  /** Null while the partner has said nothing. */
  stated: Pick<StatedDay, 'count' | 'ticketsHash' | 'statedAtMs'> | null;
  /** Null while there is nothing to compare: he has said nothing, or the day is longer than what was counted. */
  agrees: boolean | null;
}

export function agreementOf(
  { received, nextAfter }: ReconciledDay,
  stated: Pick<StatedDay, 'count' | 'ticketsHash'> | null,
): boolean | null {
  if (stated === null || nextAfter !== null) return null;
  return stated.count === received.count && stated.ticketsHash === received.ticketsHash;
}

/** What a partner has said of a day, and what we have of it. One database call more than `reconcileDay`. */
export async function compareDay(
  platform: Platform,
  { partnerId, day }: { partnerId: string; day: string },
): Promise<ComparedDay> {
  const [ours, stated] = await Promise.all([
    reconcileDay(platform, { partnerId, day, after: '' }),
    platform.database.get(statedDays, statedDayId(partnerId, day)),
  ]);
  return {
    ours,
    stated: stated && {
      count: stated.count,
      ticketsHash: stated.ticketsHash,
      statedAtMs: stated.statedAtMs,
    },
    agrees: agreementOf(ours, stated),
  };
}
