import { collectionOf } from '../../platform';

/** What a partner has said of one of his days; the latest word counts. */
export interface StatedDay {
  /** `<partnerId>:<day>` */
  _id: string;
  partnerId: string;
  day: string;
  /** Rides that he has sent and that were not rejected on arrival. */
  count: number;
  /** SHA-256 (hex) over the sorted SHA-256 digests (hex) of their ticket ids, joined by line feeds. */
  ticketsHash: string;
  statedAtMs: number;
}

export const statedDays = collectionOf<StatedDay>('partner_days');

export const statedDayId = (partnerId: string, day: string): string => `${partnerId}:${day}`;
