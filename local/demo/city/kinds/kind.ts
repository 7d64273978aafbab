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

/** Most people of the demo bind their card on its first evening or before; the others come later. */
export function joining(random: RandomStream, days: number): Pick<Habits, 'joinsOnDay' | 'joinsAtMinute'> {
  const early = random.chance(0.8);
  return {
    joinsOnDay: early ? 0 : random.between(1, Math.max(1, Math.min(12, days - 1))),
    joinsAtMinute: early ? random.between(5 * 60, 9 * 60) : random.between(8 * 60, 22 * 60),
  };
}
