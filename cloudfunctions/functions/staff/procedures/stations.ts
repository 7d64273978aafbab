import type { stationsProcedures } from '../../../contract/staff/stations';
import {
  listPosters,
  posterText,
  renewPoster,
  requireStation,
  type StationPosterView,
  screenCode,
} from '../../../domain/station-codes';
import type { Platform } from '../../../platform';
import { codePicture } from '../../../platform/code-picture';
import type { HandlersOf } from '../handler';
import { recordRequest } from './record-request';

/** Until partners of other cities join, the product has the city of its first one. */
const cityOf = (platform: Platform): string => platform.variable('FIRST_PARTNER_CITY');

const shown = ({ lines, ...poster }: StationPosterView) => ({ ...poster, lines: [...lines] });

export const stationsHandlers: HandlersOf<typeof stationsProcedures> = {
  'stations.list': {
    access: 'member',
    read: async ({ platform }) => {
      const city = cityOf(platform);
      return { city, stations: (await listPosters(platform, city)).map(shown) };
    },
  },
  'stations.poster': {
    access: 'member',
    read: async ({ platform, input }) => {
      const city = cityOf(platform);
      const station = requireStation(city, input.station);
      const posters = await listPosters(platform, city);
      const poster = posters.find(one => one.station === station)!;
      const text = posterText(platform, city, poster);
      return { ...shown(poster), text, picture: codePicture(text) };
    },
  },
  'stations.posters': {
    access: 'member',
    read: async ({ platform, input: { after, limit } }) => {
      const city = cityOf(platform);
      const all = await listPosters(platform, city);
      const page = all.slice(after, after + limit);
      return {
        posters: page.map(poster => ({ ...shown(poster), text: posterText(platform, city, poster) })),
        nextAfter: after + limit < all.length ? after + limit : null,
      };
    },
  },
  'stations.screen': {
    access: 'member',
    read: async ({ platform, input }) => {
      const code = screenCode(platform, cityOf(platform), input.station);
      return { ...code, picture: codePicture(code.text), nowMs: platform.nowMs() };
    },
  },
  'stations.renewPoster': {
    access: 'member',
    write: async (transaction, call) => {
      const { platform, input } = call;
      const city = cityOf(platform);
      const { station, edition, before } = await renewPoster(transaction, platform, {
        city,
        station: input.station,
      });
      await recordRequest(transaction, call, {
        action: 'stations.renewPoster',
        target: `station:${station}`,
        after: { editionBefore: before, edition },
        reason: input.reason,
      });
      return { station, edition };
    },
  },
};
