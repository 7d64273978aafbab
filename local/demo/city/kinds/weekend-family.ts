import { homes, outings } from '../places';
import { favourites, joining, type Kind, roundTrip, workplace } from './kind';

/** Out together on Saturdays and Sundays, hardly ever else. */
export const weekendFamily: Kind = {
  name: 'family',
  count: 14,
  settle(random, days, network) {
    const home = random.pick(homes);
    return {
      home,
      usual: workplace(random, network, outings, home),
      outings: favourites(random, network, outings, home),
      leavesAtMinute: random.around(9 * 60 + 50, 50),
      staysMinutes: random.between(200, 400),
      lastDay: days - 1,
      ...joining(random, days),
    };
  },
  intentions({ habits }, { weekend }, random) {
    if (!random.chance(weekend ? 0.75 : 0.05)) return [];
    const away = random.chance(0.4) ? habits.usual : random.pick(habits.outings);
    return roundTrip(habits.home, away, habits.leavesAtMinute + random.around(0, 40), habits.staysMinutes);
  },
};
