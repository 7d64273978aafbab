import * as z from 'zod';
import { answerJson } from '../../cloud/http/answer';
import type { Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { readJsonBody } from '../../cloud/http/json-body';
import { readStationKey } from '../folder/station-key';
import { posterCode, screenCode } from './station-code';
import { readStationPlaces } from './station-places';

export interface StationsRoute {
  /** The project's, where the table of stations is read. */
  root: string;
  dataFolder: string;
  nowMs(): number;
}

const bodyBytes = 512;
const body = z.strictObject({ station: z.string().min(1).max(40) });

/**
 * What somebody who stands at a station sees, for the simulator's side panel: `POST /stations/codes {station}` answers where
 * it is and what its poster and its screen say now. The key stays on this side.
 */
export function stationsRoute({ root, dataFolder, nowMs }: StationsRoute): Handler {
  const places = readStationPlaces(root);
  return async exchange => {
    if (exchange.pathname !== '/stations/codes') throw new HttpError(404, 'no such path');
    const parsed = body.safeParse(await readJsonBody(exchange, bodyBytes));
    if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
    const { station } = parsed.data;
    const place = places.get(station);
    if (!place) throw new HttpError(404, `线网里没有“${station}”站`);
    const key = readStationKey(dataFolder);
    const codes = { poster: posterCode(key, station), screen: screenCode(key, station, nowMs()) };
    answerJson(exchange.response, 200, { station, ...place, ...codes });
  };
}
