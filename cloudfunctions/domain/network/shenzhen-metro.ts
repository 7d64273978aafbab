import lines from './shenzhen-metro-stations.json';

/**
 * The Shenzhen Metro: 385 line-stations with WGS-84 coordinates and the metres of track to the next one. Derived from
 * the public data of HKUST-Trans-Lab/China-Metro-Info (March 2024): track polylines measured by haversine, stations
 * snapped to both ends. The sums lie 2–4 % under the published line lengths, because tail tracks are not in it;
 * "2号线" runs through to line 8.
 *
 * People edit the table shenzhen-metro-stations.csv; the JSON beside it is generated from that by
 * local/build/network/write-network-data.ts, because JSON is the one data form that the compiler, the bundler and the
 * tests all import without a setting. A test compares the two.
 */
export const shenzhenMetroLines: readonly MetroLine[] = lines;

/** A line as it runs from one end to the other; no line of the table is a ring or passes a station twice. */
export interface MetroLine {
  readonly line: string;
  readonly stations: readonly LineStation[];
}

export interface LineStation {
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Metres of track to the following station; null at the end of the line. */
  readonly metresToNext: number | null;
}
