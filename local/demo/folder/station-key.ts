import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { StationKey } from '../stations/station-code';

const environment = z.object({ STATION_KEY: z.string().min(1), FIRST_PARTNER_CITY: z.string().min(1) });

/** What signs the codes at stations, from the data folder's environment of the functions. */
export function readStationKey(folder: string): StationKey {
  const text = readFileSync(path.join(folder, 'environment.json'), 'utf8');
  const { STATION_KEY, FIRST_PARTNER_CITY } = environment.parse(JSON.parse(text));
  return { key: STATION_KEY, city: FIRST_PARTNER_CITY };
}
