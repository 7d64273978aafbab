import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface StationPlace {
  longitude: number;
  latitude: number;
}

/** The product's own table of stations, read as a file: line, sequence, station, longitude, latitude, metres. */
const TABLE = 'cloudfunctions/domain/network/shenzhen-metro-stations.csv';

/** Where each station is, in WGS-84. */
export function readStationPlaces(root: string): ReadonlyMap<string, StationPlace> {
  const rows = readFileSync(path.join(root, TABLE), 'utf8').trim().split('\n').slice(1);
  return new Map(
    rows.map(row => {
      const [, , station = '', longitude, latitude] = row.split(',');
      return [station, { longitude: Number(longitude), latitude: Number(latitude) }];
    }),
  );
}
