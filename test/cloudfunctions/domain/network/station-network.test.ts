import { type NetworkPath, networkOf, StationNetwork } from '../../../../cloudfunctions/domain/network';
import { shenzhenMetroLines } from '../../../../cloudfunctions/domain/network/shenzhen-metro';
import { straightMetres } from '../../../../cloudfunctions/domain/network/straight-metres';
import * as fc from '../../../support/fast-check';

const network = networkOf('shenzhen')!;
const names = network.stations.map(({ name }) => name);
const station = fc.constantFrom(...names);

function metresBetween(from: string, to: string): number {
  const answer = network.shortestPathMetres(from, to);
  if ('unknown' in answer) throw new Error(`no path from ${from} to ${to}`);
  return answer.metres;
}

function pathBetween(from: string, to: string): NetworkPath {
  const answer = network.shortestPath(from, to);
  if ('unknown' in answer) throw new Error(`no path from ${from} to ${to}`);
  return answer;
}

/** An oracle that shares nothing with the product: Floyd and Warshall's algorithm over the raw table. */
function allDistances(): number[][] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  const metres = names.map((_, from) => names.map((__, to) => (from === to ? 0 : Number.POSITIVE_INFINITY)));
  for (const { stations } of shenzhenMetroLines) {
    stations.slice(1).forEach((next, index) => {
      const [from, to] = [numbers.get(stations[index]!.name)!, numbers.get(next.name)!];
      metres[from]![to] = metres[to]![from] = Math.min(metres[from]![to]!, stations[index]!.metresToNext!);
    });
  }
  for (let via = 0; via < names.length; via += 1) {
    for (const row of metres) {
      for (let to = 0; to < names.length; to += 1) {
        const detour = row[via]! + metres[via]![to]!;
        if (detour < row[to]!) row[to] = detour;
      }
    }
  }
  return metres;
}

test('every distance is the one that another algorithm finds', () => {
  const found = names.map(from => names.map(to => metresBetween(from, to)));
  expect(found).toEqual(allDistances());
});

test.each([
  ['罗湖', '国贸', 894, [['1号线', '罗湖', '国贸']]],
  ['碧头', '沙井', 1932 + 2241 + 2484, [['11号线', '碧头', '沙井']]],
  [
    '深理工',
    '光明大街',
    5283 + 1118,
    [
      ['6号线支线', '深理工', '光明'],
      ['6号线', '光明', '光明大街'],
    ],
  ],
  [
    '湖贝',
    '国贸',
    1803 + 853 + 677,
    [
      ['2号线', '湖贝', '大剧院'],
      ['1号线', '大剧院', '国贸'],
    ],
  ],
])('the path from %s to %s', (from, to, metres, legs) => {
  const path = pathBetween(from, to);
  expect(path.metres).toBe(metres);
  expect(path.legs.map(leg => [leg.line, leg.from, leg.to])).toEqual(legs);
});

test('a station is no distance from itself', () => {
  for (const name of names) expect(pathBetween(name, name)).toEqual({ metres: 0, legs: [] });
});

test('the way back is as long as the way there, and a stop on the way never shortens it', () => {
  fc.assert(
    fc.property(station, station, station, (from, via, to) => {
      expect(metresBetween(from, to)).toBe(metresBetween(to, from));
      expect(metresBetween(from, to)).toBeLessThanOrEqual(metresBetween(from, via) + metresBetween(via, to));
    }),
    { numRuns: 2000 },
  );
});

test('the legs of a path add up, join, and stay on lines that stop at both of their ends', () => {
  const linesAt = new Map(network.stations.map(({ name, lines }) => [name, lines]));
  fc.assert(
    fc.property(station, station, (from, to) => {
      const { metres, legs } = pathBetween(from, to);
      expect(legs.reduce((sum, leg) => sum + leg.distanceMetres, 0)).toBe(metres);
      expect([from, ...legs.map(leg => leg.to)]).toEqual([...legs.map(leg => leg.from), to]);
      legs.forEach((leg, index) => {
        expect(linesAt.get(leg.from)).toContain(leg.line);
        expect(linesAt.get(leg.to)).toContain(leg.line);
        expect(leg.line).not.toBe(legs[index - 1]?.line);
      });
    }),
    { numRuns: 1000 },
  );
});

test('no path is shorter than the straight line less the walk through its interchanges', () => {
  const places = new Map(network.stations.map(place => [place.name, place]));
  fc.assert(
    fc.property(station, station, (from, to) => {
      const { metres, legs } = pathBetween(from, to);
      // Both ends may lie on another line's platform too, up to 500 m from the one whose coordinates are known.
      const walkedMetres = 500 * (legs.length + 1);
      expect(metres).toBeGreaterThanOrEqual(
        straightMetres(places.get(from)!, places.get(to)!) - walkedMetres,
      );
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [' 罗湖 ', '罗湖'],
  ['罗湖站', '罗湖'],
  ['罗 湖', '罗湖'],
  ['　宝田一路　', '宝田一路'],
  ['深圳北', '深圳北站'],
  ['深圳北站', '深圳北站'],
  ['深圳北站站', '深圳北站'],
  ['坪山站', '坪山'],
  ['坪山高铁', '坪山高铁站'],
])('reads the station name %j as %s', (written, name) => {
  expect(network.stationName(written)).toBe(name);
  expect(network.shortestPathMetres(written, name)).toEqual({ metres: 0 });
});

test.each(['', '站', '罗', '火星', 'constructor', '__proto__', '罗湖站站'])(
  'does not know the station %j',
  written => {
    expect(network.stationName(written)).toBeUndefined();
    expect(network.shortestPathMetres(written, '罗湖')).toEqual({ unknown: 'from' });
    expect(network.shortestPath('罗湖', written)).toEqual({ unknown: 'to' });
  },
);

test('finds the station of a place within 500 m', () => {
  const luohu = { longitude: 114.113806, latitude: 22.534289 };
  // A thousandth of a degree of latitude is 111 m.
  expect(network.stationNear(luohu)).toBe('罗湖');
  expect(network.stationNear({ ...luohu, latitude: luohu.latitude - 0.0044 })).toBe('罗湖');
  expect(network.stationNear({ ...luohu, latitude: luohu.latitude - 0.0046 })).toBeUndefined();
  expect(network.stationNear({ ...luohu, latitude: luohu.latitude + 0.0078 })).toBe('国贸');
  // Any of an interchange's platforms will do: line 10 stops 460 m from line 4 there.
  expect(network.stationNear({ longitude: 114.063119, latitude: 22.528581 })).toBe('福民');
});

test('measures a degree of the equator and the way to the other side of the earth', () => {
  expect(straightMetres({ longitude: 0, latitude: 0 }, { longitude: 1, latitude: 0 })).toBeCloseTo(
    111_195,
    0,
  );
  expect(straightMetres({ longitude: 0, latitude: 90 }, { longitude: 7, latitude: -90 })).toBeCloseTo(
    20_015_114,
    0,
  );
});

const line = (name: string, first: string, second: string) => ({
  line: name,
  stations: [
    { name: first, longitude: 0, latitude: 0, metresToNext: 5 },
    { name: second, longitude: 0, latitude: 0, metresToNext: null },
  ],
});

test('says so when no track joins two stations', () => {
  const islands = new StationNetwork([line('甲', '东', '西'), line('乙', '南', '北')]);
  expect(islands.shortestPathMetres('东', '北')).toEqual({ unknown: 'path' });
  expect(islands.shortestPath('东', '北')).toEqual({ unknown: 'path' });
});

test('full-width letters and digits are the plain ones, in the network’s names too', () => {
  const airport = new StationNetwork([line('甲', 'T3航站楼', 'Ｔ２航站楼')]);
  expect(airport.stationName('Ｔ３航站楼站')).toBe('T3航站楼');
  expect(airport.shortestPathMetres('Ｔ３ 航站楼', 'T2航站楼')).toEqual({ metres: 5 });
});

test('takes the shorter of two lines between the same stations', () => {
  // Line 4 runs 999 m there, line 10 runs 1,211 m.
  expect(pathBetween('福民', '福田口岸')).toEqual({
    metres: 999,
    legs: [{ line: '4号线', from: '福民', to: '福田口岸', distanceMetres: 999 }],
  });
});

test('knows the metro of Shenzhen only', () => {
  expect(networkOf('beijing')).toBeUndefined();
  expect(networkOf('constructor')).toBeUndefined();
});
