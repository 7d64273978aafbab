import type { Platform } from '../../platform';
import { endOfMonthMs, startOfDayMs } from '../../platform/beijing-time';
import { type OwnTripSource, ownTripSources, ownTrips } from './store';

/** Own trips of a source that have paid, and what their rider has of it now. */
export interface OwnSourceSum {
  source: OwnTripSource;
  trips: number;
  bonus: number;
}

const PAGE_LIMIT = 1_000;

/**
 * What own trips that began in a Beijing month brought, by source; a source that brought nothing is left out. One database
 * call a thousand own trips.
 */
export async function sumOwnMonth(platform: Platform, uid: string, month: string): Promise<OwnSourceSum[]> {
  const sums = new Map(ownTripSources.map(source => [source, { source, trips: 0, bonus: 0 }]));
  const from = String(startOfDayMs(`${month}-01`));
  for (let below = String(endOfMonthMs(month)); ; ) {
    const page = await platform.database.find(ownTrips, {
      where: { uid, timeline: { from, below } },
      orderBy: [['timeline', 'desc']],
      limit: PAGE_LIMIT,
      fields: ['source', 'bonus', 'timeline'],
    });
    for (const { source, bonus } of page.filter(trip => trip.bonus > 0)) {
      const sum = sums.get(source)!;
      sum.trips += 1;
      sum.bonus += bonus;
    }
    if (page.length < PAGE_LIMIT) return [...sums.values()].filter(({ trips }) => trips > 0);
    below = page.at(-1)!.timeline;
  }
}
