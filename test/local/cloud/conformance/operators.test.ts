import type { Cloud } from '../../../../local/cloud';
import { type Database, realDatabase } from '../real-sdk';
import { postJson } from '../requests';
import { startEmptyCloud, stopTestClouds } from '../test-cloud';

let cloud: Cloud;
let db: Database;
beforeAll(async () => {
  cloud = await startEmptyCloud();
  db = realDatabase(cloud);
  for (const name of ['q', 'u', 'places']) await db.createCollection(name);
  const documents = [
    { _id: 'a', n: 1, text: 'alpha', tags: ['x', 'y'], scores: [{ s: 1 }, { s: 5 }], inner: { k: 1 } },
    { _id: 'b', n: 2, text: 'beta', tags: ['y'], scores: [{ s: 9 }], inner: { k: 2 } },
    { _id: 'c', n: 3, text: 'Gamma', tags: [], scores: [], inner: { k: 3 }, extra: null },
    { _id: 'd', text: 'delta', tags: ['x', 'y', 'z'], inner: {} },
  ];
  await db.collection('q').add({ data: documents });
});
afterAll(stopTestClouds);

type Command = Database['command'];

describe('queries', () => {
  const cases: [string, (_: Command) => object, string][] = [
    ['equality', () => ({ n: 2 }), 'b'],
    ['equality with an element', () => ({ tags: 'x' }), 'ad'],
    ['a nested field', () => ({ inner: { k: 2 } }), 'b'],
    ['eq of a whole array', _ => ({ tags: _.eq(['y']) }), 'b'],
    ['neq', _ => ({ n: _.neq(2) }), 'acd'],
    ['lt', _ => ({ n: _.lt(2) }), 'a'],
    ['lte', _ => ({ n: _.lte(2) }), 'ab'],
    ['gt', _ => ({ n: _.gt(2) }), 'c'],
    ['gte', _ => ({ n: _.gte(2) }), 'bc'],
    ['a chained range', _ => ({ n: _.gt(1).lt(3) }), 'b'],
    ['in', _ => ({ n: _.in([1, 3, 9]) }), 'ac'],
    ['nin', _ => ({ n: _.nin([1, 3]) }), 'bd'],
    ['exists', _ => ({ n: _.exists(false) }), 'd'],
    ['null, which a missing field equals', () => ({ extra: null }), 'abcd'],
    ['mod', _ => ({ n: _.mod(2, 1) }), 'ac'],
    ['all', _ => ({ tags: _.all(['x', 'y']) }), 'ad'],
    ['size', _ => ({ tags: _.size(0) }), 'c'],
    ['elemMatch', _ => ({ scores: _.elemMatch({ s: _.lt(9) }) }), 'a'],
    ['and of one field', _ => ({ n: _.and(_.gt(1), _.lt(3)) }), 'b'],
    ['or of one field', _ => ({ n: _.or(_.eq(1), _.eq(3)) }), 'ac'],
    ['or of documents', _ => _.or([{ n: 1 }, { text: 'beta' }]), 'ab'],
    ['and of documents', _ => _.and([{ tags: 'y' }, { n: _.gt(1) }]), 'b'],
    ['nor', _ => ({ n: _.nor(_.eq(1), _.eq(2)) }), 'cd'],
    ['not', _ => ({ n: _.not(_.gt(1)) }), 'ad'],
    ['a regular expression', () => ({ text: /^g/i }), 'c'],
    ['an index in an array', () => ({ 'tags.0': 'y' }), 'b'],
    ['a field of the elements', () => ({ 'scores.s': 9 }), 'b'],
  ];
  test.each(cases)('%s', async (_name, query, expected) => {
    const { data } = await db.collection('q').where(query(db.command)).orderBy('_id', 'asc').get();
    expect(data.map(({ _id }) => _id).join('')).toBe(expected);
  });

  test('RegExp of the database', async () => {
    const query = { text: db.RegExp({ regexp: 'ETA', options: 'i' }) };
    expect(await db.collection('q').where(query).count()).toMatchObject({ total: 1 });
  });
});

describe('updates', () => {
  const before = { n: 10, text: 't', list: [1, 2, 3], inner: { k: 1, l: 2 }, flag: true };
  const cases: [string, (_: Command) => object, object][] = [
    ['set of a whole object', _ => ({ inner: _.set({ m: 3 }) }), { inner: { m: 3 } }],
    ['remove', _ => ({ flag: _.remove() }), { flag: undefined }],
    ['inc', _ => ({ n: _.inc(-3) }), { n: 7 }],
    ['inc of a missing field', _ => ({ fresh: _.inc(2) }), { fresh: 2 }],
    ['mul', _ => ({ n: _.mul(3) }), { n: 30 }],
    ['min', _ => ({ n: _.min(4) }), { n: 4 }],
    ['max', _ => ({ n: _.max(4) }), { n: 10 }],
    ['rename', _ => ({ text: _.rename('name') }), { text: undefined, name: 't' }],
    ['push', _ => ({ list: _.push([4, 5]) }), { list: [1, 2, 3, 4, 5] }],
    [
      'push with each, position and slice',
      _ => ({ list: _.push({ each: [0], position: 0, slice: 3 }) }),
      { list: [0, 1, 2] },
    ],
    ['pop', _ => ({ list: _.pop() }), { list: [1, 2] }],
    ['shift', _ => ({ list: _.shift() }), { list: [2, 3] }],
    ['unshift', _ => ({ list: _.unshift([0]) }), { list: [0, 1, 2, 3] }],
    ['addToSet of a member', _ => ({ list: _.addToSet(2) }), { list: [1, 2, 3] }],
    ['addToSet of a new one', _ => ({ list: _.addToSet(9) }), { list: [1, 2, 3, 9] }],
    ['pull', _ => ({ list: _.pull(_.gt(1)) }), { list: [1] }],
    ['pullAll', _ => ({ list: _.pullAll([1, 3]) }), { list: [2] }],
    ['a dotted path', () => ({ 'inner.k': 5 }), { inner: { k: 5, l: 2 } }],
    ['an element by index', () => ({ 'list.1': 9 }), { list: [1, 9, 3] }],
  ];
  test.each(cases)('%s', async (name, update, expected) => {
    const _id = `u ${name}`;
    await db.collection('u').add({ data: { _id, ...before } });
    await db
      .collection('u')
      .doc(_id)
      .update({ data: update(db.command) });
    const { data } = await db.collection('u').doc(_id).get();
    expect(data).toEqual(JSON.parse(JSON.stringify({ _id, ...before, ...expected })));
  });
});

describe('places', () => {
  const square = (west: number, south: number, east: number, north: number) => {
    const corners = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return db.Geo.Polygon([
      db.Geo.LineString(corners.map(([x, y]) => db.Geo.Point(x as number, y as number))),
    ]);
  };
  const found = async (condition: object) => {
    const { data } = await db.collection('places').where(condition).get();
    return data.map(({ _id }) => _id);
  };
  beforeAll(async () => {
    // As in MongoDB, looking for what is near needs an index on places.
    const indexes = [{ name: 'at', unique: false, fields: [{ field: 'at', direction: '2dsphere' }] }];
    await postJson(`${cloud.url}/indexes`, { collection: 'places', indexes });
    const point = (_id: string, longitude: number, latitude: number) =>
      db.collection('places').add({ data: { _id, at: db.Geo.Point(longitude, latitude) } });
    await Promise.all([
      point('near', 114.0579, 22.5431),
      point('nearer', 114.055, 22.541),
      point('far', 113.2644, 23.1291),
    ]);
  });

  test('a point comes back as a point', async () => {
    const { data } = await db.collection('places').doc('near').get<{ at: { longitude: number } }>();
    expect(data.at.longitude).toBe(114.0579);
  });
  test('geoNear answers the nearest first within its distance', async () => {
    const near = db.command.geoNear({
      geometry: db.Geo.Point(114.055, 22.541),
      maxDistance: 5000,
      minDistance: 0,
    });
    expect(await found({ at: near })).toEqual(['nearer', 'near']);
  });
  test('geoWithin a polygon', async () => {
    expect(await found({ at: db.command.geoWithin({ geometry: square(113, 23, 114, 24) }) })).toEqual([
      'far',
    ]);
  });
  test('geoIntersects a polygon', async () => {
    expect(await found({ at: db.command.geoIntersects({ geometry: square(113, 23, 114, 24) }) })).toEqual([
      'far',
    ]);
  });
  test.each([
    ['LineString', () => db.Geo.LineString([db.Geo.Point(1, 2), db.Geo.Point(3, 4)])],
    ['Polygon', () => square(0, 0, 1, 1)],
    ['MultiPoint', () => db.Geo.MultiPoint([db.Geo.Point(1, 2), db.Geo.Point(3, 4)])],
    ['MultiPolygon', () => db.Geo.MultiPolygon([square(0, 0, 1, 1), square(2, 2, 3, 3)])],
  ])('a %s is stored', async (type, shape) => {
    const { _id } = await db.collection('places').add({ data: { shape: shape() } });
    const { data } = await db.collection('places').doc(_id).get<{ shape: { toJSON(): object } }>();
    expect(data.shape.toJSON()).toMatchObject({ type });
  });
});
