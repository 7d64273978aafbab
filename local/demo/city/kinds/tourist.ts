import { hotels, outings } from '../places';
import type { Intention } from '../rider';
import { elsewhere, favourites, type Kind, workplace } from './kind';

/** A few days in town, from the hotel to one sight after the other and back. */
export const tourist: Kind = {
  name: 'tourist',
  count: 10,
  settle(random, days, network) {
    const stays = random.between(3, 5);
    const firstDay = random.between(0, Math.max(0, days - stays));
    const home = random.pick(hotels);
    return {
      home,
      usual: workplace(random, network, outings, home),
      outings: [0, 1].flatMap(() => favourites(random, network, outings, home)),
      leavesAtMinute: random.around(9 * 60 + 40, 40),
      staysMinutes: random.between(130, 200),
      firstDay,
      lastDay: firstDay + stays - 1,
      joinsOnDay: firstDay,
      joinsAtMinute: 8 * 60 + random.between(0, 45),
    };
  },
  intentions({ habits }, _day, random) {
    const made: Intention[] = [];
    let at = habits.home;
    let leavesAtMinute = habits.leavesAtMinute + random.around(0, 30);
    for (let sight = random.between(1, 3); sight > 0; sight -= 1) {
      const next = elsewhere(random, habits.outings, at);
      made.push({ from: at, to: next, leavesAtMinute });
      leavesAtMinute += habits.staysMinutes + random.between(30, 70);
      at = next;
    }
    return at === habits.home ? made : [...made, { from: at, to: habits.home, leavesAtMinute }];
  },
};
