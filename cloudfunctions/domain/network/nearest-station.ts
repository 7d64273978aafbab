import type { LineStation, MetroLine } from './shenzhen-metro';
import { type Point, straightMetres } from './straight-metres';

/** Gates and exits lie some way from the platform whose coordinates are known. */
export const NEAR_METRES = 500;

/** The name of the station with the nearest platform, undefined when there is none within 500 m. */
export function nearestStation(lines: readonly MetroLine[], place: Point): string | undefined {
  let nearest: LineStation | undefined;
  let best = NEAR_METRES;
  for (const platform of lines.flatMap(({ stations }) => stations)) {
    const metres = straightMetres(place, platform);
    if (metres > best) continue;
    nearest = platform;
    best = metres;
  }
  return nearest?.name;
}

/** Metres from a place to the nearest platform of a station; undefined where the lines have no such station. */
export function metresToPlatform(
  lines: readonly MetroLine[],
  name: string,
  place: Point,
): number | undefined {
  const metres = lines
    .flatMap(({ stations }) => stations)
    .filter(platform => platform.name === name)
    .map(platform => straightMetres(place, platform));
  return metres.length === 0 ? undefined : Math.min(...metres);
}
