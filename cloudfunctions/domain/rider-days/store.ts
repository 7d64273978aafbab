import { collectionOf } from '../../platform';

/** A trip in the day documents of its rider. */
export interface DayTrip {
  tripId: string;
  source: string;
  entryKey: string | null;
  fromMs: number;
  toMs: number;
  /** What a trip that nobody signed was paid; one that a partner signed has none. */
  bonus?: number;
  /** A signed ride has taken a part of its place: it keeps its time, and `bonus` is what can still be taken back. */
  rest?: true;
  /** Its rider claims it in another scheme: it pays nothing here, and keeps its time so that nothing else does. */
  elsewhere?: true;
}

/**
 * One rider's Beijing day. Every transaction that pays a trip of that day, or takes one back, reads and writes it: that
 * keeps trips from overlapping and sums within the caps under snapshot isolation.
 */
export interface RiderDay {
  /** `<uid>:<day>` */
  _id: string;
  uid: string;
  day: string;
  trips: DayTrip[];
  /** Credited carbon of the trips whose entry lies in this day, by source. */
  gramsBySource: Record<string, number>;
  /** Bonus paid for trips that nobody signed whose beginning lies in this day, by source; none before the first. */
  bonusBySource?: Record<string, number>;
}

export const riderDays = collectionOf<RiderDay>('rider_days');

export const riderDayId = (uid: string, day: string): string => `${uid}:${day}`;
