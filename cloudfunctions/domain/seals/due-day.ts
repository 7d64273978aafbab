import type { Platform } from '../../platform';
import { addDays, beijingDay } from '../../platform/beijing-time';
import type { LogKind, SealedLog } from './sealed-log';
import { type Seal, seals } from './store';

/** Ten minutes after midnight whatever was begun before it is written. */
export const SEAL_AFTER_MS = 10 * 60_000;

/** The last seal of a log; null before the first. One database call. */
export async function lastSeal(platform: Platform, kind: LogKind): Promise<Seal | null> {
  const [last] = await platform.database.find(seals, {
    where: { _id: { above: `${kind}:`, below: `${kind};` } },
    orderBy: [['_id', 'desc']],
    limit: 1,
  });
  return last ?? null;
}

export interface DueDay {
  day: string;
  previousRoot: string | null;
}

/**
 * The next day of a log that can be sealed; null when there is none yet. No day is left out from the first entry on, also
 * when nothing happened on it. One database call, two before the first seal.
 */
export async function dueDay(platform: Platform, log: SealedLog): Promise<DueDay | null> {
  const last = await lastSeal(platform, log.kind);
  const day = last ? addDays(last.day, 1) : await log.firstDay(platform);
  const today = beijingDay(platform.nowMs() - SEAL_AFTER_MS);
  if (day === null || day >= today) return null;
  return { day, previousRoot: last?.root ?? null };
}
