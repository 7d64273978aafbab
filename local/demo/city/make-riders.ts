import { kinds } from './kinds';
import type { MetroNetwork } from './metro-network';
import { RandomStream } from './random-stream';
import type { KindName, Rider } from './rider';

/** How many of each kind; what is not named keeps its usual number. */
export type RiderCounts = Partial<Record<KindName, number>>;

/** @param days length of the month; arrivals and bindings spread over it */
export function makeRiders(network: MetroNetwork, seed: string, days: number, counts: RiderCounts): Rider[] {
  return kinds.flatMap(kind => {
    const count = counts[kind.name] ?? kind.count;
    return Array.from({ length: count }, (_, index) => {
      const openid = `demo-${kind.name}-${String(index + 1).padStart(3, '0')}`;
      const random = new RandomStream(`${seed}:${openid}`);
      const riderToken = `szt-${random.between(10_000_000, 99_999_999)}-${String(index + 1).padStart(4, '0')}`;
      return { openid, riderToken, kind: kind.name, habits: kind.settle(random, days, network) };
    });
  });
}
