import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { networkOf, type StationNetwork } from '../network';
import { signCode } from './sign-code';
import { stationPosters } from './store';

export interface StationPosterView {
  station: string;
  lines: readonly string[];
  edition: number;
}

const FIRST_EDITION = 1;
/** More than any network has; one find's bound. */
const MOST_STATIONS = 1_000;

const posterId = (city: string, station: string): string => `${city}:${station}`;

/** The network of a city that has one. */
export function requireNetwork(city: string): StationNetwork {
  const network = networkOf(city);
  if (!network) throw new Refusal('NOT_FOUND', { field: 'station', reason: '这个城市还没有车站数据' });
  return network;
}

/** The network's own name of a station; `NOT_FOUND` where it has none of that name. */
export function requireStation(city: string, written: string): string {
  const station = requireNetwork(city).stationName(written);
  if (station === undefined) {
    throw new Refusal('NOT_FOUND', { field: 'station', reason: '没有这个车站，请核对站名' });
  }
  return station;
}

/** The edition that counts. One database call. */
export async function posterEdition(platform: Platform, city: string, station: string): Promise<number> {
  const poster = await platform.database.get(stationPosters, posterId(city, station));
  return poster?.edition ?? FIRST_EDITION;
}

/** Every station with the edition of its poster, in the network's order. One database call. */
export async function listPosters(platform: Platform, city: string): Promise<StationPosterView[]> {
  const { stations } = requireNetwork(city);
  const renewed = await platform.database.find(stationPosters, { where: {}, limit: MOST_STATIONS });
  const editions = new Map(renewed.map(({ _id, edition }) => [_id, edition]));
  return stations.map(({ name, lines }) => ({
    station: name,
    lines,
    edition: editions.get(posterId(city, name)) ?? FIRST_EDITION,
  }));
}

/** The text of a poster's code. */
export const posterText = (
  platform: Platform,
  city: string,
  { station, edition }: Pick<StationPosterView, 'station' | 'edition'>,
): string => signCode(platform, { kind: 'poster', city, station, number: edition });

/**
 * A new edition: posters of earlier ones are refused from the commit on. For one that was copied or carried off. Two
 * database calls.
 */
export async function renewPoster(
  transaction: Transaction,
  platform: Platform,
  { city, station: written }: { city: string; station: string },
): Promise<{ station: string; edition: number; before: number }> {
  const station = requireStation(city, written);
  const _id = posterId(city, station);
  const poster = await transaction.get(stationPosters, _id);
  const before = poster?.edition ?? FIRST_EDITION;
  const next = { edition: before + 1, renewedAtMs: platform.nowMs() };
  if (poster) await transaction.update(stationPosters, _id, next);
  else await transaction.add(stationPosters, { _id, ...next });
  return { station, edition: next.edition, before };
}
