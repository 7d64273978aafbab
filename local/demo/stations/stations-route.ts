import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { answerJson } from '../../cloud/http/answer';
import type { Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { readJsonBody } from '../../cloud/http/json-body';
import { posterCode, type StationKey, screenCode } from './station-code';

export interface StationsRoute {
  /** The project's, where the table of stations is read. */
  root: string;
  dataFolder: string;
  nowMs(): number;
}

const bodyBytes = 512;
const body = z.strictObject({ station: z.string().min(1).max(40) });
const environment = z.object({ STATION_KEY: z.string().min(1), FIRST_PARTNER_CITY: z.string().min(1) });

/** The product's own table of stations, read as a file: line, sequence, station, longitude, latitude, metres. */
const TABLE = 'cloudfunctions/domain/network/shenzhen-metro-stations.csv';

function placesOf(root: string): ReadonlyMap<string, { longitude: number; latitude: number }> {
  const rows = readFileSync(path.join(root, TABLE), 'utf8').trim().split('\n').slice(1);
  return new Map(
    rows.map(row => {
      const [, , station = '', longitude, latitude] = row.split(',');
      return [station, { longitude: Number(longitude), latitude: Number(latitude) }];
    }),
  );
}

function keyOf(dataFolder: string): StationKey {
  const text = readFileSync(path.join(dataFolder, 'environment.json'), 'utf8');
  const { STATION_KEY, FIRST_PARTNER_CITY } = environment.parse(JSON.parse(text));
  return { key: STATION_KEY, city: FIRST_PARTNER_CITY };
}

/**
 * What somebody who stands at a station sees, for the simulator's side panel: `POST /stations/codes {station}` answers where
 * it is and what its poster and its screen say now. The key stays on this side.
 */
export function stationsRoute({ root, dataFolder, nowMs }: StationsRoute): Handler {
  const places = placesOf(root);
  return async exchange => {
    if (exchange.pathname !== '/stations/codes') throw new HttpError(404, 'no such path');
    const parsed = body.safeParse(await readJsonBody(exchange, bodyBytes));
    if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
    const { station } = parsed.data;
    const place = places.get(station);
    if (!place) throw new HttpError(404, `线网里没有“${station}”站`);
    const key = keyOf(dataFolder);
    const codes = { poster: posterCode(key, station), screen: screenCode(key, station, nowMs()) };
    answerJson(exchange.response, 200, { station, ...place, ...codes });
  };
}
