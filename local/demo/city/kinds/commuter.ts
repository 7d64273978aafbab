import { homes, offices, outings } from '../places';
import { favourites, joining, type Kind, roundTrip, workplace } from './kind';

/** To the office on weekdays, now and then out for the evening, and on some weekends to a park. */
export const commuter: Kind = {
  name: 'commuter',
  count: 42,
  settle(random, days, network) {
    const home = random.pick(homes);
    return {
      home,
      usual: workplace(random, network, offices, home),
      outings: favourites(random, network, outings, home),
      leavesAtMinute: random.around(8 * 60 + 5, 55),
      staysMinutes: random.around(10 * 60, 60),
      lastDay: days - 1,
      ...joining(random, days),
    };
  },
  intentions({ habits }, { weekend }, random) {
    const { home, usual } = habits;
    if (weekend) {
      if (!random.chance(0.4)) return [];
      return roundTrip(
        home,
        random.pick(habits.outings),
        random.around(11 * 60, 90),
        random.between(150, 330),
      );
    }
    if (random.chance(0.07)) return [];
    const leavesAtMinute = habits.leavesAtMinute + random.around(0, 14);
    const offAtMinute = leavesAtMinute + habits.staysMinutes + random.around(15, 45);
    const toWork = { from: home, to: usual, leavesAtMinute };
    const outing = random.pick(habits.outings);
    if (outing === usual || outing === home || offAtMinute > 19 * 60 || !random.chance(0.3)) {
      return [toWork, { from: usual, to: home, leavesAtMinute: offAtMinute }];
    }
    const homeAtMinute = offAtMinute + random.between(130, 190);
    return [
      toWork,
      { from: usual, to: outing, leavesAtMinute: offAtMinute },
      { from: outing, to: home, leavesAtMinute: homeAtMinute },
    ];
  },
};
