import { type Platform, quickestRoutes, type Route } from './quickest-routes';

/** Average with stops, as the timetables of Shenzhen have it. */
const METRES_A_SECOND = 33_000 / 3600;
const CHANGE_SECONDS = 240;

/** The metro as its riders know it: one node a platform, so that a change of line costs time. */
export class MetroNetwork {
  readonly stations: readonly string[];
  readonly #platforms: readonly Platform[];
  readonly #routes = new Map<string, ReadonlyMap<string, Route>>();

  /** @param csv the table of line-stations: line, sequence, station, longitude, latitude, metres to the next one */
  constructor(csv: string) {
    this.#platforms = platformsOf(csv);
    this.stations = [...new Set(this.#platforms.map(platform => platform.station))];
  }

  /** @throws RangeError for a station that the table does not have */
  route(from: string, to: string): Route {
    const route = this.#from(from).get(to);
    if (route === undefined) throw new RangeError(`no way from ${from} to ${to}`);
    return route;
  }

  #from(station: string): ReadonlyMap<string, Route> {
    const known = this.#routes.get(station) ?? quickestRoutes(this.#platforms, station);
    this.#routes.set(station, known);
    return known;
  }
}

function platformsOf(csv: string): Platform[] {
  const rows = csv
    .trim()
    .split('\n')
    .slice(1)
    .map(row => row.trim().split(','));
  const platforms: Platform[] = rows.map(([, , station = '']) => ({ station, ways: [] }));
  rows.forEach(([line, , , , , metresToNext], number) => {
    if (rows[number + 1]?.[0] === line) joinByTrack(platforms, number, Number(metresToNext));
  });
  joinByWalking(platforms);
  return platforms;
}

function joinByTrack(platforms: Platform[], number: number, metres: number): void {
  const way = { metres, seconds: metres / METRES_A_SECOND, changes: 0 };
  platforms[number]?.ways.push({ ...way, to: number + 1 });
  platforms[number + 1]?.ways.push({ ...way, to: number });
}

function joinByWalking(platforms: Platform[]): void {
  const walk = { metres: 0, seconds: CHANGE_SECONDS, changes: 1 };
  const numbersOf = new Map<string, number[]>();
  platforms.forEach(({ station }, number) => {
    numbersOf.set(station, [...(numbersOf.get(station) ?? []), number]);
  });
  for (const numbers of numbersOf.values()) {
    for (const from of numbers) {
      for (const to of numbers) if (from !== to) platforms[from]?.ways.push({ ...walk, to });
    }
  }
}
