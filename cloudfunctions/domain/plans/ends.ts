import { Refusal } from '../../contract/errors';
import type { PlanPlace } from '../../contract/plans';
import { networkOf, straightMetres } from '../network';
import type { Ends } from './compare';
import { type LocatedPlace, locate } from './locate';

/** Shorter ways are walked, and signed trips of them hardly exist. */
export const LEAST_METRES = 300;

/** Beyond this nobody makes a trip within a city. */
export const MOST_METRES = 150_000;

const unfit = (field: string, reason: string): Refusal => new Refusal('PLAN_UNFIT', { field, reason });

function placed(city: string, place: PlanPlace, field: 'from' | 'to'): LocatedPlace {
  const found = locate(networkOf(city), place);
  if (!found) throw unfit(field, '没有找到这个车站，请从列表里选');
  return found;
}

/** Both ends on the map. `PLAN_UNFIT` for an unknown station, and for ends that make no trip. */
export function endsOf(city: string, places: { from: PlanPlace; to: PlanPlace }): Ends {
  const ends = { from: placed(city, places.from, 'from'), to: placed(city, places.to, 'to') };
  const metres = straightMetres(ends.from, ends.to);
  if (metres < LEAST_METRES) throw unfit('to', '起点和终点太近，走过去就到，请换一个地点');
  if (metres > MOST_METRES) throw unfit('to', '起点和终点相距太远，不像一次市内出行，请换一个地点');
  return ends;
}
