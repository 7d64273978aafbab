import { kinds } from './kinds';
import type { MetroNetwork } from './metro-network';
import { RandomStream } from './random-stream';
import type { KindName, Rider } from './rider';

/** How many of each kind; what is not named keeps its usual number. */
export type RiderCounts = Partial<Record<KindName, number>>;

/** Comes in before anything is sent. */
const FIRST_MORNING = { firstDay: 0, joinsOnDay: 0, joinsAtMinute: 6 * 60 };

/**
 * The first rider of all is there from the first morning on, because people are told to try things out with this one.
 * @param days length of the month; arrivals and bindings spread over it
 */
export function makeRiders(network: MetroNetwork, seed: string, days: number, counts: RiderCounts): Rider[] {
  const riders = kinds.flatMap(kind =>
    Array.from({ length: counts[kind.name] ?? kind.count }, (_, index): Rider => {
      const number = String(index + 1);
      const openid = `demo-${kind.name}-${number.padStart(3, '0')}`;
      const random = new RandomStream(`${seed}:${openid}`);
      const riderToken = `szt-${random.between(10_000_000, 99_999_999)}-${number.padStart(4, '0')}`;
      return { openid, riderToken, kind: kind.name, habits: kind.settle(random, days, network) };
    }),
  );
  return riders.map((rider, index) =>
    index === 0 ? { ...rider, habits: { ...rider.habits, ...FIRST_MORNING } } : rider,
  );
}
