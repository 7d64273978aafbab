/** A cloud function that answers what riders scan at stations, and where they stand there. */
import { networkOf } from '../../../cloudfunctions/domain/network';
import { posterText } from '../../../cloudfunctions/domain/station-codes';
import { cloudPlatform } from '../../../cloudfunctions/platform/cloud-platform';

const CITY = 'shenzhen';

export interface PosterOrder {
  stations: string[];
}

export interface Scan {
  code: string;
  longitude: number;
  latitude: number;
  accuracyMetres: number;
}

export function main({ stations }: PosterOrder): Scan[] {
  const platform = cloudPlatform();
  const known = networkOf(CITY)?.stations ?? [];
  return stations.map(station => {
    const { longitude, latitude } = known.find(({ name }) => name === station)!;
    return {
      code: posterText(platform, CITY, { station, edition: 1 }),
      longitude,
      latitude,
      accuracyMetres: 20,
    };
  });
}
