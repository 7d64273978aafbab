import type { PartnerRide } from '../../../cloudfunctions/contract/partner';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MINUTES = 12;

/** Pairs of stations that are a few stops apart. */
const trips = [
  ['罗湖', '老街'],
  ['老街', '罗湖'],
  ['会展中心', '罗湖'],
  ['世界之窗', '深大'],
] as const;

export interface RideDay {
  riderToken: string;
  /** Beijing days before the endpoint's today: 1 is yesterday. */
  daysAgo: number;
  rides: number;
}

/** Rides of one card on one Beijing day, an hour apart from six in the morning. */
export function ridesOfDay({ riderToken, daysAgo, rides }: RideDay, nowMs: number): PartnerRide[] {
  // Beijing is eight hours ahead and has no other offset.
  const todayMs = Math.floor((nowMs + 8 * HOUR_MS) / DAY_MS) * DAY_MS - 8 * HOUR_MS;
  const firstMs = todayMs - daysAgo * DAY_MS + 6 * HOUR_MS;
  return Array.from({ length: rides }, (_, number) => {
    const [from, to] = trips[number % trips.length]!;
    const entryMs = firstMs + number * HOUR_MS;
    return {
      ticketId: `${riderToken}-${daysAgo}-${number}`,
      riderToken,
      mode: 'metro',
      entry: { station: from, atMs: entryMs },
      exit: { station: to, atMs: entryMs + MINUTES * 60_000 },
    };
  });
}
