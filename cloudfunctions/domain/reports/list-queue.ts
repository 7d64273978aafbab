import type { Platform } from '../../platform';
import { type Report, reports } from './store';

export type Queue = NonNullable<Report['queue']>;

export interface QueuePage {
  reports: Report[];
  nextCursor: string | null;
  counts: Record<Queue, number>;
}

const count = (platform: Platform, queue: Queue): Promise<number> =>
  platform.database.count(reports, { queue });

/** How many reports wait for a person. Two database calls. */
export async function countQueues(platform: Platform): Promise<Record<Queue, number>> {
  const [first, appeal] = await Promise.all([count(platform, 'first'), count(platform, 'appeal')]);
  return { first, appeal };
}

/** Reports that wait for a person, the oldest first. Three database calls, side by side. */
export async function listQueue(
  platform: Platform,
  { queue, cursor, limit }: { queue: Queue; cursor: string | null; limit: number },
): Promise<QueuePage> {
  const [found, counts] = await Promise.all([
    platform.database.find(reports, {
      where: { queue, ...(cursor !== null && { position: { above: cursor } }) },
      orderBy: [['position', 'asc']],
      limit: limit + 1,
    }),
    countQueues(platform),
  ]);
  const shown = found.slice(0, limit);
  return {
    reports: shown,
    nextCursor: found.length > limit ? shown.at(-1)!.position : null,
    counts,
  };
}
