import type { Platform } from '../../platform';
import { riderDayId, riderDays } from '../rider-days';

/** Grams that were credited for the trips of a Beijing day. */
export interface DayGrams {
  day: string;
  grams: number;
}

const DAYS_A_CALL = 1_000;

/** Comes after `:` and so after every day of the rider. */
const afterAllDays = (uid: string): string => `${uid};`;

const gramsOf = (gramsBySource: Readonly<Record<string, number>>): number =>
  Object.values(gramsBySource).reduce((sum, grams) => sum + grams, 0);

/** Every day on which the rider's trips were credited something, in their order. One database call a thousand days. */
export async function sumAllDays(platform: Platform, uid: string): Promise<DayGrams[]> {
  const days: DayGrams[] = [];
  for (let above = riderDayId(uid, ''); ; ) {
    const found = await platform.database.find(riderDays, {
      where: { _id: { above, below: afterAllDays(uid) } },
      orderBy: [['_id', 'asc']],
      limit: DAYS_A_CALL,
      fields: ['day', 'gramsBySource'],
    });
    days.push(...found.map(({ day, gramsBySource }) => ({ day, grams: gramsOf(gramsBySource) })));
    if (found.length < DAYS_A_CALL) return days.filter(({ grams }) => grams > 0);
    above = found.at(-1)!._id;
  }
}
