import type { StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff, callStaffOnce } from './staff-rpc';

export type StationRow = StaffOutput<'stations.list'>['stations'][number];
export type StationPoster = StaffOutput<'stations.poster'>;
export type PosterText = StaffOutput<'stations.posters'>['posters'][number];
export type ScreenCode = StaffOutput<'stations.screen'>;

/** Every station, in the network's order. Throws `ServiceError`, as everything here does. */
export const listStations = async (): Promise<StationRow[]> =>
  (await callStaff('stations.list', {})).stations;

export const readPoster = (station: string): Promise<StationPoster> =>
  callStaff('stations.poster', { station });

/** What is printed on all posters, page by page. */
export async function readAllPosters(): Promise<PosterText[]> {
  const all: PosterText[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: StaffOutput<'stations.posters'> = await callStaff('stations.posters', { after });
    all.push(...page.posters);
    after = page.nextAfter;
  }
  return all;
}

export const readScreenCode = (station: string): Promise<ScreenCode> =>
  callStaff('stations.screen', { station });

/** Posters of before are refused from now on. */
export const renewPoster = (station: string, reason: string): Promise<{ edition: number }> =>
  callStaffOnce('stations.renewPoster', { station, reason });
