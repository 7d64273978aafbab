import { type LineStyle, lineStyle } from '../../../views/metro-lines';
import type { Favourite, Place, Station } from '../services/plans';

export const nameOf = (place: Place | null): string =>
  place === null ? '' : 'station' in place ? place.station : place.name;

export const kindNames: Readonly<Record<Favourite['kind'], string>> = {
  home: '家',
  work: '公司',
  other: '常去',
};

export const kinds = (Object.keys(kindNames) as Favourite['kind'][]).map(kind => ({
  kind,
  name: kindNames[kind],
}));

export interface FavouriteView {
  placeId: string;
  name: string;
  /** The station, or that it is a point. */
  detail: string;
  label: string;
}

/** Home and work first, then in the order in which they were saved. */
export function viewFavourites(places: readonly Favourite[]): FavouriteView[] {
  const order = Object.keys(kindNames);
  return [...places]
    .sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind))
    .map(({ placeId, kind, name, place }) => {
      const detail = 'station' in place ? `${place.station}（地铁站）` : '自选位置，精确到约一百米';
      const title = kind === 'other' ? name : kindNames[kind];
      return { placeId, name: title, detail, label: `${title}，${detail}` };
    });
}

export interface StationRow {
  name: string;
  lines: LineStyle[];
  label: string;
}

/** More rows are not read through; another character finds fewer. */
const MOST_ROWS = 12;

const rowOf = ({ name, lines }: Station): StationRow => ({
  name,
  lines: lines.map(lineStyle),
  label: `${name}，${lines.join('、')}`,
});

/** Stations whose name has what was written in it, those that begin with it first. Nothing written finds nothing. */
export function findStations(stations: readonly Station[], written: string): StationRow[] {
  const words = written.trim().replace(/站$/, '');
  if (words === '') return [];
  const found = stations.filter(({ name }) => name.includes(words));
  const begins = ({ name }: Station): number => (name.startsWith(words) ? 0 : 1);
  return found
    .sort((left, right) => begins(left) - begins(right) || left.name.length - right.name.length)
    .slice(0, MOST_ROWS)
    .map(rowOf);
}
