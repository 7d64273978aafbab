import type { MetroLine } from './shenzhen-metro';

/** A stretch of track between two neighbouring stations, as seen from one of them. */
export interface Stretch {
  readonly line: string;
  /** Number of the station at the other end. */
  readonly to: number;
  readonly metres: number;
}

export interface Station {
  readonly name: string;
  /** Every line that stops here; more than one makes it an interchange. */
  readonly lines: readonly string[];
  /** WGS-84, of the platform on the first of `lines`. */
  readonly longitude: number;
  readonly latitude: number;
}

/** Stations by number, and from each the stretches that lead on. */
export interface StationGraph {
  readonly stations: readonly Station[];
  readonly stretches: readonly (readonly Stretch[])[];
}

/**
 * Joins lines to one graph. Stations of one name are one node: changing there costs no distance, since a rider who
 * walks through an interchange avoids no emission by it. Lines run in both directions.
 */
export function joinLines(lines: readonly MetroLine[]): StationGraph {
  const stations = namedStations(lines);
  const numbers = new Map(stations.map(({ name }, number) => [name, number]));
  const stretches: Stretch[][] = stations.map(() => []);
  for (const { line, from, to, metres } of lines.flatMap(pairsOf)) {
    const [one, other] = [numbers.get(from)!, numbers.get(to)!];
    stretches[one]!.push({ line, to: other, metres });
    stretches[other]!.push({ line, to: one, metres });
  }
  return { stations, stretches };
}

function namedStations(lines: readonly MetroLine[]): Station[] {
  const found = new Map<string, Station>();
  for (const { line, stations } of lines) {
    for (const { name, longitude, latitude } of stations) {
      const known = found.get(name) ?? { name, lines: [], longitude, latitude };
      found.set(name, { ...known, lines: [...known.lines, line] });
    }
  }
  return [...found.values()];
}

function pairsOf({ line, stations }: MetroLine) {
  return stations.slice(1).map((next, index) => {
    const previous = stations[index]!;
    if (previous.metresToNext === null) throw new Error(`${line} breaks off after ${previous.name}`);
    return { line, from: previous.name, to: next.name, metres: previous.metresToNext };
  });
}
