import { campuses, homes, outings } from '../places';
import { favourites, joining, type Kind, roundTrip, workplace } from './kind';

/** Lives on campus and goes out in the afternoon, mostly on weekends. */
export const student: Kind = {
  name: 'student',
  count: 20,
  settle(random, days, network) {
    const home = random.pick(campuses);
    return {
      home,
      usual: workplace(random, network, homes, home),
      outings: favourites(random, network, outings, home),
      leavesAtMinute: random.around(14 * 60, 120),
      staysMinutes: random.between(150, 270),
      lastDay: days - 1,
      ...joining(random, days),
    };
  },
  intentions({ habits }, { weekend }, random) {
    if (!random.chance(weekend ? 0.7 : 0.32)) return [];
    // Now and then to the family instead.
    const away = random.chance(0.2) ? habits.usual : random.pick(habits.outings);
    const stays = habits.staysMinutes + random.around(0, 40);
    return roundTrip(habits.home, away, habits.leavesAtMinute + random.around(0, 70), stays);
  },
};
