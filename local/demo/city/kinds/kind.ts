import type { MetroNetwork } from '../metro-network';
import type { RandomStream } from '../random-stream';
import type { Habits, Intention, KindName, Rider } from '../rider';

export interface DayOfMonth {
  /** Counted from 0, the first day of the demo's month. */
  number: number;
  weekend: boolean;
}

/** One kind of people: how one of them settles in the city, and where they ride on a day. */
export interface Kind {
  name: KindName;
  /** How many of them live in the demo city. */
  count: number;
  settle(random: RandomStream, days: number, network: MetroNetwork): Habits;
  /** In the order of the day; what does not fit into the day is left out by the caller. */
  intentions(rider: Rider, day: DayOfMonth, random: RandomStream): Intention[];
}

/** A place to work at that can be reached from home every day. */
export const workplace = (
  random: RandomStream,
  network: MetroNetwork,
  places: readonly string[],
  home: string,
): string => random.pick(nearerHalf(network, places, home));

/** Three favourites among the places that are not too far away. */
export function favourites(
  random: RandomStream,
  network: MetroNetwork,
  places: readonly string[],
  home: string,
): string[] {
  const near = nearerHalf(network, places, home);
  return [0, 1, 2].map(() => random.pick(near));
}

/** Home itself, where no time is lost at all, is no place to go to. */
function nearerHalf(network: MetroNetwork, places: readonly string[], home: string): string[] {
  const others = [...new Set(places)].filter(place => place !== home);
  const secondsTo = (place: string): number => network.route(home, place).seconds;
  return others
    .sort((left, right) => secondsTo(left) - secondsTo(right))
    .slice(0, Math.ceil(others.length / 2));
}

/** There and back again. */
export function roundTrip(
  home: string,
  away: string,
  leavesAtMinute: number,
  staysMinutes: number,
): Intention[] {
  if (home === away) return [];
  return [
    { from: home, to: away, leavesAtMinute },
    { from: away, to: home, leavesAtMinute: leavesAtMinute + staysMinutes },
  ];
}

/** Another place than the one given. */
export function elsewhere(random: RandomStream, places: readonly string[], than: string): string {
  return random.pick(places.filter(place => place !== than));
}

/** In the first days of the month many people come in. */
const LAUNCH_DAYS = 4;
const LATER_DAYS = 12;

/**
 * Most people of the demo come in soon and are known to the product from then on. The others ride for days before they
 * bind their card: their rides wait.
 */
export function joining(
  random: RandomStream,
  days: number,
): Pick<Habits, 'firstDay' | 'joinsOnDay' | 'joinsAtMinute'> {
  const joinsAtMinute = random.between(6 * 60, 21 * 60);
  if (random.chance(0.85)) {
    const joinsOnDay = random.between(0, Math.min(LAUNCH_DAYS, days) - 1);
    return { firstDay: joinsOnDay, joinsOnDay, joinsAtMinute };
  }
  return {
    firstDay: 0,
    joinsOnDay: Math.min(days - 1, random.between(LAUNCH_DAYS, LATER_DAYS)),
    joinsAtMinute,
  };
}
