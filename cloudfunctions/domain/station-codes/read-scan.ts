import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { networkOf } from '../network';
import { parseCode, type StationCode } from './code-text';
import { posterEdition } from './posters';
import { isScreenStepGood, NEAR_METRES, placeProblem } from './rules';
import { isGenuine } from './sign-code';
import type { Scan } from './store';

/** What a phone has scanned, and where it says to be (WGS-84). */
export interface ScannedCode {
  code: string;
  longitude: number;
  latitude: number;
  accuracyMetres: number;
}

/**
 * A scan that counts: a code of ours that is in force, read near its station. The time is the server's. One database call
 * for a poster, none for a screen. `STATION_CODE_WRONG`, `STATION_CODE_EXPIRED`, `TOO_FAR_FROM_STATION`, `LOCATION_UNSURE`.
 */
export async function readScan(platform: Platform, city: string, scanned: ScannedCode): Promise<Scan> {
  const signed = parseCode(scanned.code);
  if (!signed || signed.code.city !== city || !isGenuine(platform, signed)) {
    throw new Refusal('STATION_CODE_WRONG', { field: 'code' });
  }
  const { kind, station } = signed.code;
  const atMs = platform.nowMs();
  const metres = networkOf(city)?.metresToStation(station, scanned);
  if (metres === undefined || !(await isInForce(platform, signed.code, atMs))) {
    throw new Refusal('STATION_CODE_EXPIRED', { field: 'code', station });
  }
  const metresAway = Math.round(metres);
  const accuracyMetres = Math.round(scanned.accuracyMetres);
  const problem = placeProblem(metresAway, accuracyMetres);
  if (problem) throw new Refusal(problem, { station, metresAway, nearMetres: NEAR_METRES });
  return { station, atMs, kind, metresAway, accuracyMetres };
}

const isInForce = async (platform: Platform, code: StationCode, atMs: number): Promise<boolean> =>
  code.kind === 'screen'
    ? isScreenStepGood(code.number, atMs)
    : code.number === (await posterEdition(platform, code.city, code.station));
