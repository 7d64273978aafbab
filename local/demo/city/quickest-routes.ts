/** How people travel from one station to another: the quickest way, changes of line included. */
export interface Route {
  /** Metres of track of this way; the shortest way may be shorter. */
  metres: number;
  /** On trains and while changing; without the way to and from the platform. */
  seconds: number;
  changes: number;
}

/** Where one line stops; an interchange has several. */
export interface Platform {
  station: string;
  /** By train to the next platforms of the line, or on foot to the other ones of the station. */
  ways: (Route & { to: number })[];
}

/**
 * Dijkstra's algorithm, starting on every platform of the station. Some 400 platforms need no heap; of equally quick ways
 * the one that was found first stays, so that the demo is the same in every run.
 */
export function quickestRoutes(platforms: readonly Platform[], from: string): ReadonlyMap<string, Route> {
  const open = new Map<number, Route>();
  platforms.forEach(({ station }, number) => {
    if (station === from) open.set(number, { metres: 0, seconds: 0, changes: 0 });
  });
  const closed = new Set<number>();
  const routes = new Map<string, Route>();
  for (let at = quickest(open); at !== undefined; at = quickest(open)) {
    const [number, route] = at;
    const { station, ways } = platforms[number]!;
    open.delete(number);
    closed.add(number);
    if (!routes.has(station)) routes.set(station, route);
    for (const way of ways) if (!closed.has(way.to)) improve(open, way, route);
  }
  return routes;
}

function quickest(open: ReadonlyMap<number, Route>): [number, Route] | undefined {
  let found: [number, Route] | undefined;
  for (const entry of open) if (found === undefined || entry[1].seconds < found[1].seconds) found = entry;
  return found;
}

function improve(open: Map<number, Route>, way: Route & { to: number }, before: Route): void {
  const seconds = before.seconds + way.seconds;
  const known = open.get(way.to);
  if (known !== undefined && known.seconds <= seconds) return;
  open.set(way.to, { metres: before.metres + way.metres, seconds, changes: before.changes + way.changes });
}
