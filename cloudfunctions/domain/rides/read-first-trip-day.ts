import type { Platform } from '../../platform';
import { trips } from './store';

/** The Beijing day of a rider's first trip, whatever became of it; null before there is one. One database call. */
export async function readFirstTripDay(platform: Platform, uid: string): Promise<string | null> {
  const [first] = await platform.database.find(trips, {
    where: { uid },
    orderBy: [['timeline', 'asc']],
    limit: 1,
    fields: ['day'],
  });
  return first?.day ?? null;
}
