import { homes, outings, shiftPlaces } from '../places';
import { RandomStream } from '../random-stream';
import { favourites, joining, type Kind, roundTrip, workplace } from './kind';

const EARLY_MINUTE = 6 * 60 + 35;
const LATE_MINUTE = 13 * 60 + 10;
const SHIFT_MINUTES = 8 * 60 + 40;

/** Teams take turns, so that somebody is always at work. */
const firstPlaceInCycle = (openid: string): number => new RandomStream(`shifts of ${openid}`).between(0, 5);

/** Two early shifts, two late ones, two days off, whatever day of the week it is. */
export const shiftWorker: Kind = {
  name: 'shift',
  count: 14,
  settle(random, days, network) {
    const home = random.pick(homes);
    return {
      home,
      usual: workplace(random, network, shiftPlaces, home),
      outings: favourites(random, network, outings, home),
      leavesAtMinute: EARLY_MINUTE,
      staysMinutes: SHIFT_MINUTES,
      lastDay: days - 1,
      ...joining(random, days),
    };
  },
  intentions({ openid, habits }, { number }, random) {
    const { home, usual, staysMinutes } = habits;
    const place = (number + firstPlaceInCycle(openid)) % 6;
    if (place >= 4) {
      if (!random.chance(0.25)) return [];
      return roundTrip(
        home,
        random.pick(habits.outings),
        random.around(13 * 60, 120),
        random.between(120, 240),
      );
    }
    const begins = (place < 2 ? habits.leavesAtMinute : LATE_MINUTE) + random.around(0, 9);
    return roundTrip(home, usual, begins, staysMinutes + random.around(10, 10));
  },
};
