import type { StationPlace } from '../stations/station-places';
import type { SignedMode } from './demo-partners';

/** A place that rides of a mode begin and end at. */
export interface ModePlace extends StationPlace {
  name: string;
}

/** Stops of one bus line along 深南大道, in order; they lie at stations of the metro, whose coordinates are known. */
const busStations: readonly string[] = [
  '世界之窗',
  '华侨城',
  '侨城东',
  '竹子林',
  '车公庙',
  '香蜜湖',
  '购物公园',
  '会展中心',
  '岗厦',
  '华强路',
  '科学馆',
  '大剧院',
  '老街',
];

/** Around 深圳湾 and the university, where many ride. */
const bikeStations: readonly string[] = ['深大', '高新园', '科苑', '后海', '登良', '南山', '桃园'];

const at = (name: string, longitude: number, latitude: number): ModePlace => ({ name, longitude, latitude });

/** Well-known places to some hundred metres; nothing but the demo uses them. */
const shanghai: readonly ModePlace[] = [
  at('虹桥站', 121.32, 31.194),
  at('徐家汇', 121.437, 31.195),
  at('静安寺', 121.446, 31.225),
  at('人民广场', 121.469, 31.233),
  at('陆家嘴', 121.498, 31.24),
];
const beijing: readonly ModePlace[] = [
  at('北京南站', 116.379, 39.865),
  at('国贸', 116.461, 39.909),
  at('望京', 116.481, 39.996),
  at('中关村', 116.316, 39.984),
  at('亦庄', 116.506, 39.795),
];

type Stations = ReadonlyMap<string, StationPlace>;

const named = (stations: Stations, names: readonly string[], suffix: string): ModePlace[] =>
  names.flatMap(name => {
    const place = stations.get(name);
    return place === undefined ? [] : [{ name: `${name}${suffix}`, ...place }];
  });

/** In an order that makes sense to go along. @param stations of the metro in Shenzhen */
export function placesOf(mode: SignedMode, stations: Stations): readonly ModePlace[] {
  switch (mode) {
    case 'bus':
      return named(stations, busStations, '公交站');
    case 'shared-bike':
    case 'shared-e-bike':
      return named(stations, bikeStations, '停车点');
    case 'nev':
      return shanghai;
    case 'carpool':
      return beijing;
  }
}
