import { networkOf } from '../../../../cloudfunctions/domain/network';
import { MetroNetwork } from '../../../../local/demo/city/metro-network';
import * as places from '../../../../local/demo/city/places';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';

const head = 'line,sequence,station,longitude_wgs84,latitude_wgs84,metres_to_next';

test('the quickest way may be longer than one with a change', () => {
  // A–B–C–D on one line is 6,000 m; A–X–D with a change of lines at X is 5,000 m but costs four minutes.
  const network = new MetroNetwork(
    [head, '1,1,A,0,0,2000', '1,2,B,0,0,2000', '1,3,C,0,0,2000', '1,4,D,0,0,']
      .concat(['2,1,A,0,0,2500', '2,2,X,0,0,', '3,1,X,0,0,2500', '3,2,D,0,0,'])
      .join('\n'),
  );
  const atThirtyThreeKmAnHour = expect.closeTo(6000 / (33_000 / 3600), 6);
  expect(network.route('A', 'D')).toEqual({ metres: 6000, seconds: atThirtyThreeKmAnHour, changes: 0 });
  expect(network.route('X', 'C')).toMatchObject({ metres: 4500, changes: 1 });
  expect(network.route('B', 'B')).toEqual({ metres: 0, seconds: 0, changes: 0 });
});

describe('the Shenzhen Metro', () => {
  const network = readMetroNetwork(process.cwd());
  const product = networkOf('shenzhen')!;

  test('has every place of the demo', () => {
    const named = Object.values(places).flat();
    expect(named.filter(place => !network.stations.includes(place))).toEqual([]);
  });

  test('has the product’s stations, and no way is shorter than the product’s shortest path', () => {
    expect([...network.stations].sort()).toEqual(product.stations.map(({ name }) => name).sort());
    const ways = places.homes.flatMap(from => places.offices.map(to => [from, to] as const));
    const tooShort = ways.filter(([from, to]) => {
      const shortest = product.shortestPathMetres(from, to);
      return !('metres' in shortest) || network.route(from, to).metres < shortest.metres;
    });
    expect(tooShort).toEqual([]);
  });

  test('a station that there is not is refused', () => {
    expect(() => network.route('罗湖', '北京')).toThrow(RangeError);
  });
});
