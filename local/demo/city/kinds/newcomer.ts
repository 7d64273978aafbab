import { commuter } from './commuter';
import type { Kind } from './kind';

/** Moves to the city during the month, rides like a commuter, and binds the card some days after the first ride. */
export const newcomer: Kind = {
  name: 'newcomer',
  count: 8,
  settle(random, days, network) {
    const firstDay = Math.floor((days - 1) * (0.2 + random.fraction() * 0.3));
    return {
      ...commuter.settle(random, days, network),
      firstDay,
      joinsOnDay: Math.min(days - 1, firstDay + random.between(3, 7)),
      joinsAtMinute: random.between(12 * 60, 22 * 60),
    };
  },
  intentions: commuter.intentions,
};
