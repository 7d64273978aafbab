import type { StationTripRefusal } from '../../contract/station-trips';
import type { JudgedOwnTrip } from '../own-trips';
import { requireNetwork } from './posters';
import { timeProblem } from './rules';
import type { Scan } from './store';

/** Stations are of the metro. */
const MODE = 'metro';

export interface JudgedStationTrip {
  judged: JudgedOwnTrip;
  /** Of the shortest path, in the order of travel. */
  lines: string[];
  /** Why it pays nothing; null when it may. */
  refusal: StationTripRefusal | null;
}

const shownScan = ({ station, kind, metresAway, accuracyMetres }: Scan) => ({
  station,
  kind,
  metresAway,
  accuracyMetres,
});

/** A trip from one scan to the other, over the shortest path between two different stations. Pure. */
export function judgeStationTrip(city: string, entry: Scan, exit: Scan): JudgedStationTrip {
  const path = requireNetwork(city).shortestPath(entry.station, exit.station);
  const [distanceMetres, legs] = 'unknown' in path ? [0, []] : [path.metres, path.legs];
  const lines = legs.map(({ line }) => line);
  const judged: JudgedOwnTrip = {
    source: 'station-code',
    city,
    mode: MODE,
    fromMs: entry.atMs,
    toMs: exit.atMs,
    distanceMetres,
    evidence: { entry: shownScan(entry), exit: shownScan(exit), lines },
  };
  const refusal = 'unknown' in path ? 'NO_PATH' : timeProblem(distanceMetres, entry.atMs, exit.atMs);
  return { judged, lines, refusal };
}
