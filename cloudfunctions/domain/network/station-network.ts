import { metresToPlatform, nearestStation } from './nearest-station';
import { joinLines, type Station, type StationGraph } from './rules';
import type { MetroLine } from './shenzhen-metro';
import { type PathTree, shortestPaths, UNREACHABLE } from './shortest-paths';
import { stationNames } from './station-name';
import { type Point, straightMetres } from './straight-metres';

/** A part of a path without a change of line. */
export interface Leg {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly distanceMetres: number;
}

export interface NetworkPath {
  readonly metres: number;
  /** In the order of travel: where one ends the next begins, there the rider changes. Empty from a station to itself. */
  readonly legs: Leg[];
}

/** The end of the trip whose station the network does not have, or `path` when both exist and no track joins them. */
export interface NoPath {
  readonly unknown: 'from' | 'to' | 'path';
}

/** Stations are named as people write them; see `stationNames`. */
export class StationNetwork {
  readonly stations: readonly Station[];
  private readonly graph: StationGraph;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly findName: (written: string) => string | undefined;
  private readonly trees = new Map<number, PathTree>();

  constructor(private readonly lines: readonly MetroLine[]) {
    this.graph = joinLines(lines);
    this.stations = this.graph.stations;
    this.numbers = new Map(this.stations.map(({ name }, number) => [name, number]));
    this.findName = stationNames(this.numbers.keys());
  }

  /** The network's own name of a station. */
  stationName(written: string): string | undefined {
    return this.findName(written);
  }

  /** The name of the station within 500 m of a place, the nearest if there are several. */
  stationNear(place: Point): string | undefined {
    return nearestStation(this.lines, place);
  }

  /** How far a place is from the nearest platform of a station, by the network's own name; undefined if it has none. */
  metresToStation(name: string, place: Point): number | undefined {
    return metresToPlatform(this.lines, name, place);
  }

  /** How far two stations are from each other as the crow flies; undefined if the network lacks one of them. */
  straightMetres(from: string, to: string): number | undefined {
    const [first, last] = [from, to].map(name => this.stations[this.numbers.get(name) ?? -1]);
    return first && last && straightMetres(first, last);
  }

  /** Metres of track by the shortest path; 0 from a station to itself. */
  shortestPathMetres(from: string, to: string): { readonly metres: number } | NoPath {
    const ends = this.endsOf(from, to);
    if ('unknown' in ends) return ends;
    const metres = this.treeOf(ends.from).metres[ends.to]!;
    return metres === UNREACHABLE ? { unknown: 'path' } : { metres };
  }

  /** The same path with its lines and changes. */
  shortestPath(from: string, to: string): NetworkPath | NoPath {
    const distance = this.shortestPathMetres(from, to);
    const ends = this.endsOf(from, to);
    if ('unknown' in distance) return distance;
    if ('unknown' in ends) return ends;
    return { metres: distance.metres, legs: this.legsOf(this.treeOf(ends.from), ends.to) };
  }

  private endsOf(from: string, to: string): { from: number; to: number } | NoPath {
    const [first, last] = [this.numberOf(from), this.numberOf(to)];
    if (first === undefined) return { unknown: 'from' };
    return last === undefined ? { unknown: 'to' } : { from: first, to: last };
  }

  private numberOf(written: string): number | undefined {
    const name = this.findName(written);
    return name === undefined ? undefined : this.numbers.get(name);
  }

  private treeOf(source: number): PathTree {
    const kept = this.trees.get(source) ?? shortestPaths(this.graph, source);
    this.trees.set(source, kept);
    return kept;
  }

  /** Walks back from the end; stretches of one line in a row are one leg. */
  private legsOf(tree: PathTree, to: number): Leg[] {
    const legs: Leg[] = [];
    for (let end = to, arrival = tree.arrivals[end]; arrival !== undefined; arrival = tree.arrivals[end]) {
      const { line, metres } = arrival.stretch;
      const following = legs[0]?.line === line ? legs.shift() : undefined;
      legs.unshift({
        line,
        from: this.stations[arrival.from]!.name,
        to: following?.to ?? this.stations[end]!.name,
        distanceMetres: metres + (following?.distanceMetres ?? 0),
      });
      end = arrival.from;
    }
    return legs;
  }
}
