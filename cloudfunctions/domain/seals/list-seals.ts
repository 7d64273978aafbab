import type { Platform } from '../../platform';
import type { LogKind } from './sealed-log';
import { type Seal, sealId, seals } from './store';

const SEALS_A_PAGE = 100;

/** The latest seals of a log, or of its days before one; the latest first. One database call. */
export const latestSeals = (
  platform: Platform,
  kind: LogKind,
  limit: number,
  beforeDay?: string,
): Promise<Seal[]> =>
  platform.database.find(seals, {
    where: {
      _id: { above: `${kind}:`, below: beforeDay === undefined ? `${kind};` : sealId(kind, beforeDay) },
    },
    orderBy: [['_id', 'desc']],
    limit,
  });

/** Seals in order, those of the days after `afterDay` ('' from the first): a hundred at most. One database call. */
export async function listSeals(
  platform: Platform,
  kind: LogKind,
  { afterDay }: { afterDay: string },
  limit = SEALS_A_PAGE,
): Promise<{ seals: Seal[]; more: boolean }> {
  const found = await platform.database.find(seals, {
    where: { _id: { above: `${kind}:${afterDay}`, below: `${kind};` } },
    orderBy: [['_id', 'asc']],
    limit: limit + 1,
  });
  return { seals: found.slice(0, limit), more: found.length > limit };
}

/** The seal of one day, null until there is one. One database call. */
export const readSeal = (platform: Platform, kind: LogKind, day: string): Promise<Seal | null> =>
  platform.database.get(seals, sealId(kind, day));
