import { compileFilter } from '../../../../local/cloud/query/compile-filter';
import * as fc from '../../../support/fast-check';
import { box, line, point, polygon } from './geo-shapes';

type Fields = Record<string, unknown>;

const CITY = polygon(box(113.7, 22.4, 114.7, 22.9), box(114.0, 22.5, 114.1, 22.6));

function matches(query: Fields, stored: unknown): boolean {
  return compileFilter({ place: query })({ place: stored });
}

test.each<[string, unknown, boolean]>([
  ['a point inside', point(114.5, 22.7), true],
  ['a point outside', point(115, 22.7), false],
  ['a point in the hole', point(114.05, 22.55), false],
  ['a point on a corner', point(113.7, 22.4), true],
  ['a point on the other side of the earth', point(-65.8, -22.65), false],
  ['a bare pair of numbers', [114.5, 22.7], true],
  ['a line inside', line([113.8, 22.45], [113.9, 22.8]), true],
  ['a line that leaves', line([113.8, 22.45], [115, 22.8]), false],
  ['a line across the hole', line([113.95, 22.55], [114.2, 22.55]), false],
  ['a surface inside', polygon(box(114.3, 22.5, 114.4, 22.6)), true],
  ['a surface around the hole', polygon(box(113.9, 22.45, 114.2, 22.7)), false],
  [
    'points all inside',
    {
      type: 'MultiPoint',
      coordinates: [
        [114.5, 22.7],
        [114.6, 22.7],
      ],
    },
    true,
  ],
  [
    'points not all inside',
    {
      type: 'MultiPoint',
      coordinates: [
        [114.5, 22.7],
        [116, 22.7],
      ],
    },
    false,
  ],
  ['no geometry', 'Shenzhen', false],
  ['nothing', undefined, false],
])('within a polygon with a hole: %s', (_name, stored, expected) => {
  expect(matches({ $geoWithin: { $geometry: CITY } }, stored)).toBe(expected);
});

test.each<[string, unknown, unknown, boolean]>([
  ['equal points', point(1, 1), point(1, 1), true],
  ['different points', point(1, 1), point(1, 1.001), false],
  ['a point on a line', point(0, 0.5), line([0, 0], [0, 1]), true],
  ['crossing lines', line([0, 0], [1, 1]), line([0, 1], [1, 0]), true],
  ['lines side by side', line([0, 0], [1, 0]), line([0, 1], [1, 1]), false],
  ['lines that meet at an end', line([0, 0], [1, 1]), line([1, 1], [2, 0]), true],
  ['lines on opposite sides of the earth', line([0, 0], [1, 1]), line([180, -1], [-179, 0]), false],
  ['a line through a surface', line([-1, 0.5], [2, 0.5]), polygon(box(0, 0, 1, 1)), true],
  [
    'a line in the hole',
    line([0.4, 0.5], [0.6, 0.5]),
    polygon(box(0, 0, 1, 1), box(0.2, 0.2, 0.8, 0.8)),
    false,
  ],
  ['surfaces that overlap', polygon(box(0, 0, 2, 2)), polygon(box(1, 1, 3, 3)), true],
  ['a surface inside another', polygon(box(0, 0, 3, 3)), polygon(box(1, 1, 2, 2)), true],
  ['surfaces apart', polygon(box(0, 0, 1, 1)), polygon(box(2, 2, 3, 3)), false],
  ['surfaces that cross without corners inside', polygon(box(0, 1, 3, 2)), polygon(box(1, 0, 2, 3)), true],
  [
    'one of several points',
    {
      type: 'MultiPoint',
      coordinates: [
        [9, 9],
        [0.5, 0.5],
      ],
    },
    polygon(box(0, 0, 1, 1)),
    true,
  ],
  [
    'one of several lines',
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [9, 9],
          [8, 8],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ],
    },
    line([0, 0], [1, 1]),
    true,
  ],
  [
    'one of several surfaces',
    { type: 'MultiPolygon', coordinates: [[box(5, 5, 6, 6)], [box(0, 0, 1, 1)]] },
    point(0.5, 0.5),
    true,
  ],
])('intersects: %s', (_name, stored, queried, expected) => {
  expect(matches({ $geoIntersects: { $geometry: queried } }, stored)).toBe(expected);
  expect(matches({ $geoIntersects: { $geometry: stored } }, queried)).toBe(expected);
});

test('centerSphere takes its radius in radians', () => {
  const within = (radius: number) =>
    matches({ $geoWithin: { $centerSphere: [[0, 0], radius] } }, point(1, 0));
  expect(within(Math.PI / 180 + 1e-9)).toBe(true);
  expect(within(Math.PI / 180 - 1e-9)).toBe(false);
});

test.each<[string, Fields, boolean]>([
  [
    'box',
    {
      $box: [
        [0, 0],
        [2, 2],
      ],
    },
    true,
  ],
  [
    'polygon',
    {
      $polygon: [
        [0, 0],
        [3, 0],
        [0, 3],
      ],
    },
    true,
  ],
  [
    'polygon beside',
    {
      $polygon: [
        [2, 2],
        [3, 2],
        [2, 3],
      ],
    },
    false,
  ],
  ['center', { $center: [[0, 0], 1] }, false],
])('flat shape: %s', (_name, shape, expected) => {
  expect(matches({ $geoWithin: shape }, point(1, 1))).toBe(expected);
});

test('a small polygon holds exactly the points of its box', () => {
  const inside = polygon(box(113, 22, 115, 23));
  const degrees = fc.tuple(
    fc.double({ min: 111, max: 117, noNaN: true }),
    fc.double({ min: 20, max: 25, noNaN: true }),
  );
  fc.assert(
    fc.property(degrees, ([longitude, latitude]) => {
      // North and south edges are great circles, so the box bulges a little towards the pole.
      fc.pre(Math.abs(latitude - 22) > 0.01 && Math.abs(latitude - 23) > 0.01);
      const expected = longitude >= 113 && longitude <= 115 && latitude > 22 && latitude < 23;
      expect(matches({ $geoWithin: { $geometry: inside } }, point(longitude, latitude))).toBe(expected);
    }),
  );
});

test.each<[string, Fields, string]>([
  ['a centre that is no point', { $near: { $geometry: line([0, 0], [1, 1]) } }, 'expected Point'],
  ['a negative distance', { $near: { $geometry: point(0, 0), $maxDistance: -1 } }, 'non-negative'],
  [
    'a ring that is not closed',
    {
      $geoWithin: {
        $geometry: polygon([
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ]),
      },
    },
    'invalid geometry',
  ],
  ['a latitude beyond the pole', { $geoIntersects: { $geometry: point(0, 91) } }, 'invalid geometry'],
  ['a shape it does not know', { $geoWithin: { $circle: 1 } }, '$geoWithin needs'],
  ['no radius', { $geoWithin: { $centerSphere: [[0, 0]] } }, '$centerSphere needs'],
])('refuses %s', (_name, query, message) => {
  expect(() => matches(query, point(0, 0))).toThrow(message);
});
