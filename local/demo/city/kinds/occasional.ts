import { homes, offices, outings } from '../places';
import { favourites, joining, type Kind, roundTrip, workplace } from './kind';

/** Takes the metro when there is an errand; no day is like another. */
export const occasional: Kind = {
  name: 'occasional',
  count: 22,
  settle(random, days, network) {
    const home = random.pick(homes);
    return {
      home,
      usual: workplace(random, network, offices, home),
      outings: favourites(random, network, [...outings, ...offices], home),
      leavesAtMinute: random.between(9 * 60, 15 * 60),
      staysMinutes: random.between(60, 240),
      lastDay: days - 1,
      ...joining(random, days),
    };
  },
  intentions({ habits }, { weekend }, random) {
    if (!random.chance(weekend ? 0.2 : 0.14)) return [];
    const leavesAtMinute = habits.leavesAtMinute + random.around(0, 120);
    const there = roundTrip(habits.home, random.pick(habits.outings), leavesAtMinute, habits.staysMinutes);
    // Some come back by bus or by car.
    return random.chance(0.15) ? there.slice(0, 1) : there;
  },
};
