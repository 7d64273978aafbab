import type { StationGraph, Stretch } from './rules';

/** How to reach every station from one: metres, and the stretch and station by which the shortest path arrives. */
export interface PathTree {
  /** `UNREACHABLE` where no track leads. */
  readonly metres: Int32Array;
  readonly arrivals: readonly (Arrival | undefined)[];
}

export interface Arrival {
  readonly from: number;
  readonly stretch: Stretch;
}

/** More metres than any track on earth has. */
export const UNREACHABLE = 2 ** 31 - 1;

/**
 * Dijkstra's algorithm with a plain search for the nearest open station: for some 300 stations that is as quick as a
 * heap, and each tree is computed once a process. Among equally long paths the one found first stays, so answers
 * do not change from run to run.
 */
export function shortestPaths({ stretches }: StationGraph, source: number): PathTree {
  const metres = new Int32Array(stretches.length).fill(UNREACHABLE);
  const arrivals = new Array<Arrival | undefined>(stretches.length).fill(undefined);
  const closed = new Uint8Array(stretches.length);
  metres[source] = 0;
  for (let from = source; from >= 0; from = nearestOpen(metres, closed)) {
    closed[from] = 1;
    for (const stretch of stretches[from]!) {
      const arriving = metres[from]! + stretch.metres;
      if (arriving >= metres[stretch.to]!) continue;
      metres[stretch.to] = arriving;
      arrivals[stretch.to] = { from, stretch };
    }
  }
  return { metres, arrivals };
}

/** -1 when all that is left cannot be reached. */
function nearestOpen(metres: Int32Array, closed: Uint8Array): number {
  let nearest = -1;
  let best = UNREACHABLE;
  for (let number = 0; number < metres.length; number += 1) {
    if (closed[number] === 1 || metres[number]! >= best) continue;
    nearest = number;
    best = metres[number]!;
  }
  return nearest;
}
