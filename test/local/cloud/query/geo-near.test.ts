import { compileFilter } from '../../../../local/cloud/query/compile-filter';
import { locate, nearOf } from '../../../../local/cloud/query/geo-near';
import { geoNear } from '../../../../local/cloud/query/stages/geo-near';
import { box, line, point, polygon } from './geo-shapes';

function matches(query: Record<string, unknown>, stored: unknown): boolean {
  return compileFilter({ place: query })({ place: stored });
}

test('one degree on the equator is 111.3 km, and the bounds of a distance are inclusive', () => {
  const near = nearOf({ place: { $nearSphere: { $geometry: point(0, 0) } } })!.near;
  const metres = locate({ place: point(1, 0) }, 'place', near)!.metres;
  expect(metres).toBeCloseTo((6378100 * Math.PI) / 180, 3);
  expect(matches({ $nearSphere: { $geometry: point(0, 0), $maxDistance: metres } }, point(1, 0))).toBe(true);
  expect(matches({ $near: { $geometry: point(0, 0), $maxDistance: metres - 1 } }, point(1, 0))).toBe(false);
  expect(matches({ $near: { $geometry: point(0, 0), $minDistance: metres + 1 } }, point(1, 0))).toBe(false);
});

test('the distance to a line or surface is that to its nearest point', () => {
  const { near } = nearOf({ place: { $near: { $geometry: point(0.5, 1) } } })!;
  const degree = (6378100 * Math.PI) / 180;
  expect(locate({ place: line([0, 0], [1, 0]) }, 'place', near)!.metres).toBeCloseTo(degree, -2);
  expect(locate({ place: polygon(box(0, 0.5, 1, 2)) }, 'place', near)!.metres).toBe(0);
  expect(locate({ place: [point(50, 50), point(0.5, 1)] }, 'place', near)!.metres).toBe(0);
});

test('geoNear gives distances in order, multiplied, within bounds, and the location', () => {
  const documents = [
    { _id: 1, at: point(2, 0) },
    { _id: 2, at: point(1, 0) },
    { _id: 3 },
    { _id: 4, at: point(9, 0) },
    { _id: 5, at: point(0, 0), off: true },
  ];
  const spec = {
    near: point(0, 0),
    key: 'at',
    distanceField: 'far.km',
    distanceMultiplier: 0.001,
    maxDistance: 300_000,
    query: { off: { $exists: false } },
    includeLocs: 'where',
  };
  const found = geoNear(documents, spec);
  expect(found.map(({ _id }) => _id)).toEqual([2, 1]);
  expect(found[0]).toMatchObject({ far: { km: expect.closeTo(111.32, 1) }, where: point(1, 0) });
  expect(geoNear(documents, { ...spec, limit: 1 })).toHaveLength(1);
});
