import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shenzhenMetroLines } from '../../../../cloudfunctions/domain/network/shenzhen-metro';
import { straightMetres } from '../../../../cloudfunctions/domain/network/straight-metres';
import { networkData } from '../../../../local/build/network/network-data';

const folder = path.join(__dirname, '../../../../cloudfunctions/domain/network');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const lineStations = shenzhenMetroLines.flatMap(({ stations }) => stations);

test('the data file is what the table says', () => {
  expect(read('shenzhen-metro-stations.json')).toBe(networkData(read('shenzhen-metro-stations.csv')));
});

test('the table is checked before it is used', () => {
  expect(() => networkData('station\n罗湖')).toThrow('has to begin with');
  const [header, ...rows] = read('shenzhen-metro-stations.csv').split('\n');
  expect(() => networkData([header, '1号线,1,罗湖', ...rows].join('\n'))).toThrow('cannot read the row');
});

test('holds 385 line-stations of 16 lines', () => {
  expect(shenzhenMetroLines).toHaveLength(16);
  expect(lineStations).toHaveLength(385);
  expect(new Set(lineStations.map(({ name }) => name)).size).toBe(317);
});

/** Metres of track from end to end; lines 11 and 14 as the data's description gives them, 52.2 and 49.3 km. */
test.each([
  ['1号线', 40_333],
  ['2号线', 58_256],
  ['3号线', 41_801],
  ['4号线', 30_022],
  ['5号线', 46_216],
  ['6号线', 48_061],
  ['6号线支线', 5_283],
  ['7号线', 28_666],
  ['9号线', 34_863],
  ['10号线', 28_582],
  ['11号线', 52_169],
  ['12号线', 39_237],
  ['14号线', 49_289],
  ['16号线', 27_965],
  ['20号线', 7_913],
  ['坪山云巴1号线', 7_708],
])('%s is %d metres long', (name, metres) => {
  const { stations } = shenzhenMetroLines.find(({ line }) => line === name)!;
  expect(stations.reduce((sum, { metresToNext }) => sum + (metresToNext ?? 0), 0)).toBe(metres);
});

test('each line breaks off only at its end and passes no station twice', () => {
  for (const { stations } of shenzhenMetroLines) {
    expect(stations.slice(0, -1).every(({ metresToNext }) => Number.isInteger(metresToNext))).toBe(true);
    expect(stations.at(-1)!.metresToNext).toBeNull();
    expect(new Set(stations.map(({ name }) => name)).size).toBe(stations.length);
  }
});

test('no stretch is shorter than the straight line, but for rounding', () => {
  for (const { stations } of shenzhenMetroLines) {
    stations.slice(1).forEach((next, index) => {
      const previous = stations[index]!;
      expect(previous.metresToNext!).toBeGreaterThanOrEqual(straightMetres(previous, next) - 2);
    });
  }
});

test('platforms of one name lie within walking distance, so that one name means one station', () => {
  for (const one of lineStations) {
    const namesakes = lineStations.filter(({ name }) => name === one.name);
    for (const other of namesakes) expect(straightMetres(one, other)).toBeLessThan(500);
  }
});
